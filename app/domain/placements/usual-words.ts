import type { BlockWord } from "./block-words";
import type { ShopperLanguage } from "./shopper-language";

/** What the extensions' own locale files say on each button, for staff to see what an empty field keeps. */
export const usualWords: Record<ShopperLanguage, Record<BlockWord, string>> = {
  en: { add: "Add", pick: "Choose", toCheckout: "Go to checkout", showCode: "Show my code", reorder: "Order again", decline: "No, thank you", buyAgain: "Buy again" },
  de: { add: "Hinzufügen", pick: "Auswählen", toCheckout: "Zum Checkout", showCode: "Meinen Code zeigen", reorder: "Erneut bestellen", decline: "Nein, danke", buyAgain: "Wieder kaufen" },
  fr: { add: "Ajouter", pick: "Choisir", toCheckout: "Passer au paiement", showCode: "Afficher mon code", reorder: "Commander à nouveau", decline: "Non, merci", buyAgain: "Acheter à nouveau" },
  es: { add: "Añadir", pick: "Elegir", toCheckout: "Ir al pago", showCode: "Mostrar mi código", reorder: "Volver a pedir", decline: "No, gracias", buyAgain: "Volver a comprar" },
  it: { add: "Aggiungi", pick: "Scegli", toCheckout: "Vai al checkout", showCode: "Mostra il mio codice", reorder: "Ordina di nuovo", decline: "No, grazie", buyAgain: "Acquista di nuovo" },
  nl: { add: "Toevoegen", pick: "Kiezen", toCheckout: "Naar de checkout", showCode: "Toon mijn code", reorder: "Opnieuw bestellen", decline: "Nee, bedankt", buyAgain: "Opnieuw kopen" },
  pt: { add: "Adicionar", pick: "Escolher", toCheckout: "Ir para o checkout", showCode: "Mostrar o meu código", reorder: "Encomendar novamente", decline: "Não, obrigado", buyAgain: "Comprar novamente" },
  ja: { add: "追加", pick: "選ぶ", toCheckout: "チェックアウトへ", showCode: "コードを表示", reorder: "再注文", decline: "いいえ、結構です", buyAgain: "もう一度購入" },
};
