import type { ShopperLanguage } from "../placements/shopper-language";

export interface SnippetTexts {
  /** In the order e-mail, before the link. No promise: whether there is something is decided when the link is opened. */
  email: string;
  open: string;
  /** On the packing slip, above the picture. */
  slip: string;
}

export const snippetTexts: Record<ShopperLanguage, SnippetTexts> = {
  en: { email: "Thank you for your order. We keep a page for it, with what goes well with it.", open: "See what goes with your order", slip: "Scan this to see what goes with your order." },
  de: { email: "Vielen Dank für Ihre Bestellung. Wir haben eine Seite dazu, mit dem, was gut dazu passt.", open: "Ansehen, was zu Ihrer Bestellung passt", slip: "Scannen Sie dies, um zu sehen, was zu Ihrer Bestellung passt." },
  fr: { email: "Merci pour votre commande. Une page lui est consacrée, avec ce qui va bien avec.", open: "Voir ce qui va avec votre commande", slip: "Scannez ceci pour voir ce qui va avec votre commande." },
  es: { email: "Gracias por su pedido. Tenemos una página para él, con lo que combina bien.", open: "Ver qué combina con su pedido", slip: "Escanee esto para ver qué combina con su pedido." },
  it: { email: "Grazie per il Suo ordine. Abbiamo una pagina dedicata, con ciò che vi si abbina.", open: "Vedi cosa si abbina al Suo ordine", slip: "Scansioni questo per vedere cosa si abbina al Suo ordine." },
  nl: { email: "Bedankt voor uw bestelling. We hebben er een pagina voor, met wat er goed bij past.", open: "Bekijk wat bij uw bestelling past", slip: "Scan dit om te zien wat bij uw bestelling past." },
  pt: { email: "Obrigado pela sua encomenda. Temos uma página para ela, com o que combina bem.", open: "Ver o que combina com a sua encomenda", slip: "Leia este código para ver o que combina com a sua encomenda." },
  ja: { email: "ご注文ありがとうございます。ご注文に合う商品をまとめたページをご用意しました。", open: "ご注文に合う商品を見る", slip: "読み取ると、ご注文に合う商品をご覧いただけます。" },
};
