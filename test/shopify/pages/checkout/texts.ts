import type { Language } from "../languages";

interface CheckoutTexts {
  checkout: string;
  contact: string;
  email: string;
  deliverTo: string;
  delivery: string;
  standard: string;
  payment: string;
  card: string;
  wallet: string;
  discountCode: string;
  apply: string;
  payNow: string;
  summary: string;
  subtotal: string;
  discount: string;
  taxIncluded: string;
  tax: string;
  total: string;
  quantity: string;
  finishing: string;
  confirmed: string;
  viewConfirmation: string;
  thanks: string;
  confirmationSent: string;
  added: string;
  paid: string;
  owed: string;
  refunded: string;
  orderStatus: string;
  continueShopping: string;
  codeUnknown: string;
  codeThrottled: string;
  packing: string;
  onItsWay: string;
  cancelled: string;
}

/** What the checkout says, in the shopper's language. */
export const CHECKOUT_TEXTS: Record<Language, CheckoutTexts> = {
  en: {
    checkout: "Checkout", contact: "Contact", email: "E-mail", deliverTo: "Deliver to", delivery: "Delivery", standard: "Standard",
    payment: "Payment", card: "Card ending 4242", wallet: "Shop wallet", discountCode: "Discount code", apply: "Apply", payNow: "Pay now",
    summary: "Order summary", subtotal: "Subtotal", discount: "Discount", taxIncluded: "Tax included", tax: "Tax", total: "Total", quantity: "Quantity",
    finishing: "Finishing your order…", confirmed: "Your order is confirmed", viewConfirmation: "View order confirmation",
    thanks: "Thank you for your order", confirmationSent: "A confirmation is on its way to", added: "Added after checkout", paid: "Paid",
    owed: "Still to pay", refunded: "Refunded", orderStatus: "Order status", continueShopping: "Continue shopping",
    codeUnknown: "This code is not valid here.", codeThrottled: "Too many attempts. Please try again later.", packing: "Confirmed. It is being packed.",
    onItsWay: "On its way.", cancelled: "This order was cancelled.",
  },
  de: {
    checkout: "Kasse", contact: "Kontakt", email: "E-Mail", deliverTo: "Liefern nach", delivery: "Versand", standard: "Standard",
    payment: "Zahlung", card: "Karte mit Endziffern 4242", wallet: "Shop-Wallet", discountCode: "Rabattcode", apply: "Anwenden", payNow: "Jetzt bezahlen",
    summary: "Bestellübersicht", subtotal: "Zwischensumme", discount: "Rabatt", taxIncluded: "Inklusive Steuern", tax: "Steuern", total: "Gesamt", quantity: "Menge",
    finishing: "Deine Bestellung wird abgeschlossen …", confirmed: "Deine Bestellung ist bestätigt", viewConfirmation: "Bestellbestätigung ansehen",
    thanks: "Danke für deine Bestellung", confirmationSent: "Eine Bestätigung ist unterwegs an", added: "Nach der Kasse hinzugefügt", paid: "Bezahlt",
    owed: "Noch zu zahlen", refunded: "Erstattet", orderStatus: "Bestellstatus", continueShopping: "Weiter einkaufen",
    codeUnknown: "Dieser Code gilt hier nicht.", codeThrottled: "Zu viele Versuche. Bitte später noch einmal.", packing: "Bestätigt. Sie wird gerade gepackt.",
    onItsWay: "Unterwegs.", cancelled: "Diese Bestellung wurde storniert.",
  },
  fr: {
    checkout: "Paiement", contact: "Contact", email: "E-mail", deliverTo: "Livrer en", delivery: "Livraison", standard: "Standard",
    payment: "Paiement", card: "Carte se terminant par 4242", wallet: "Portefeuille Shop", discountCode: "Code de réduction", apply: "Appliquer", payNow: "Payer",
    summary: "Récapitulatif", subtotal: "Sous-total", discount: "Réduction", taxIncluded: "Taxes incluses", tax: "Taxes", total: "Total", quantity: "Quantité",
    finishing: "Finalisation de votre commande…", confirmed: "Votre commande est confirmée", viewConfirmation: "Voir la confirmation",
    thanks: "Merci pour votre commande", confirmationSent: "Une confirmation est en route vers", added: "Ajouté après le paiement", paid: "Payé",
    owed: "Reste à payer", refunded: "Remboursé", orderStatus: "Suivi de commande", continueShopping: "Continuer vos achats",
    codeUnknown: "Ce code n’est pas valable ici.", codeThrottled: "Trop de tentatives. Réessayez plus tard.", packing: "Confirmée. Elle est en préparation.",
    onItsWay: "En route.", cancelled: "Cette commande a été annulée.",
  },
  es: {
    checkout: "Pago", contact: "Contacto", email: "Correo electrónico", deliverTo: "Enviar a", delivery: "Envío", standard: "Estándar",
    payment: "Forma de pago", card: "Tarjeta terminada en 4242", wallet: "Monedero de la tienda", discountCode: "Código de descuento", apply: "Aplicar", payNow: "Pagar ahora",
    summary: "Resumen del pedido", subtotal: "Subtotal", discount: "Descuento", taxIncluded: "Impuestos incluidos", tax: "Impuestos", total: "Total", quantity: "Cantidad",
    finishing: "Terminando tu pedido…", confirmed: "Tu pedido está confirmado", viewConfirmation: "Ver la confirmación",
    thanks: "Gracias por tu pedido", confirmationSent: "Hemos enviado una confirmación a", added: "Añadido después del pago", paid: "Pagado",
    owed: "Pendiente de pago", refunded: "Reembolsado", orderStatus: "Estado del pedido", continueShopping: "Seguir comprando",
    codeUnknown: "Este código no es válido aquí.", codeThrottled: "Demasiados intentos. Inténtalo más tarde.", packing: "Confirmado. Lo estamos preparando.",
    onItsWay: "En camino.", cancelled: "Este pedido se ha cancelado.",
  },
  it: {
    checkout: "Cassa", contact: "Contatto", email: "E-mail", deliverTo: "Consegna in", delivery: "Spedizione", standard: "Standard",
    payment: "Pagamento", card: "Carta che termina con 4242", wallet: "Portafoglio Shop", discountCode: "Codice sconto", apply: "Applica", payNow: "Paga ora",
    summary: "Riepilogo ordine", subtotal: "Subtotale", discount: "Sconto", taxIncluded: "Imposte incluse", tax: "Imposte", total: "Totale", quantity: "Quantità",
    finishing: "Stiamo completando l’ordine…", confirmed: "L’ordine è confermato", viewConfirmation: "Vedi la conferma",
    thanks: "Grazie per il tuo ordine", confirmationSent: "Una conferma è in arrivo a", added: "Aggiunto dopo il pagamento", paid: "Pagato",
    owed: "Ancora da pagare", refunded: "Rimborsato", orderStatus: "Stato dell’ordine", continueShopping: "Continua lo shopping",
    codeUnknown: "Questo codice non è valido qui.", codeThrottled: "Troppi tentativi. Riprova più tardi.", packing: "Confermato. Lo stiamo preparando.",
    onItsWay: "In viaggio.", cancelled: "Questo ordine è stato annullato.",
  },
  nl: {
    checkout: "Afrekenen", contact: "Contact", email: "E-mail", deliverTo: "Bezorgen in", delivery: "Verzending", standard: "Standaard",
    payment: "Betaling", card: "Kaart eindigend op 4242", wallet: "Shop-wallet", discountCode: "Kortingscode", apply: "Toepassen", payNow: "Nu betalen",
    summary: "Besteloverzicht", subtotal: "Subtotaal", discount: "Korting", taxIncluded: "Inclusief btw", tax: "Btw", total: "Totaal", quantity: "Aantal",
    finishing: "Je bestelling wordt afgerond…", confirmed: "Je bestelling is bevestigd", viewConfirmation: "Bevestiging bekijken",
    thanks: "Bedankt voor je bestelling", confirmationSent: "Een bevestiging is onderweg naar", added: "Toegevoegd na het afrekenen", paid: "Betaald",
    owed: "Nog te betalen", refunded: "Terugbetaald", orderStatus: "Bestelstatus", continueShopping: "Verder winkelen",
    codeUnknown: "Deze code is hier niet geldig.", codeThrottled: "Te veel pogingen. Probeer het later opnieuw.", packing: "Bevestigd. We pakken je bestelling in.",
    onItsWay: "Onderweg.", cancelled: "Deze bestelling is geannuleerd.",
  },
  pt: {
    checkout: "Finalizar compra", contact: "Contacto", email: "E-mail", deliverTo: "Entregar em", delivery: "Envio", standard: "Normal",
    payment: "Pagamento", card: "Cartão terminado em 4242", wallet: "Carteira da loja", discountCode: "Código de desconto", apply: "Aplicar", payNow: "Pagar agora",
    summary: "Resumo do pedido", subtotal: "Subtotal", discount: "Desconto", taxIncluded: "Impostos incluídos", tax: "Impostos", total: "Total", quantity: "Quantidade",
    finishing: "A concluir o seu pedido…", confirmed: "O seu pedido está confirmado", viewConfirmation: "Ver a confirmação",
    thanks: "Obrigado pelo seu pedido", confirmationSent: "Enviámos uma confirmação para", added: "Adicionado após o pagamento", paid: "Pago",
    owed: "Por pagar", refunded: "Reembolsado", orderStatus: "Estado do pedido", continueShopping: "Continuar a comprar",
    codeUnknown: "Este código não é válido aqui.", codeThrottled: "Demasiadas tentativas. Tente mais tarde.", packing: "Confirmado. Está a ser preparado.",
    onItsWay: "A caminho.", cancelled: "Este pedido foi cancelado.",
  },
  ja: {
    checkout: "ご購入手続き", contact: "連絡先", email: "メールアドレス", deliverTo: "お届け先", delivery: "配送", standard: "通常配送",
    payment: "お支払い", card: "末尾4242のカード", wallet: "ショップウォレット", discountCode: "クーポンコード", apply: "適用", payNow: "今すぐ支払う",
    summary: "ご注文内容", subtotal: "小計", discount: "割引", taxIncluded: "内税", tax: "税", total: "合計", quantity: "数量",
    finishing: "ご注文を確定しています…", confirmed: "ご注文を承りました", viewConfirmation: "注文確認を表示",
    thanks: "ご注文ありがとうございます", confirmationSent: "確認メールの送信先", added: "購入後に追加", paid: "支払い済み",
    owed: "未払い", refunded: "返金済み", orderStatus: "注文状況", continueShopping: "買い物を続ける",
    codeUnknown: "このクーポンはご利用いただけません。", codeThrottled: "試行回数が多すぎます。しばらくしてからお試しください。", packing: "ご注文を承り、発送の準備をしています。",
    onItsWay: "発送しました。", cancelled: "この注文はキャンセルされました。",
  },
};
