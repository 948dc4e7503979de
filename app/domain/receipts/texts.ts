import type { ShopperLanguage } from "../placements/shopper-language";

export interface ReceiptTexts {
  receipt: string;
  order: string;
  item: string;
  quantity: string;
  amount: string;
  subtotal: string;
  total: string;
  /** The usual line, where staff wrote none. */
  line: string;
  typeIt: string;
}

export const receiptTexts: Record<ShopperLanguage, ReceiptTexts> = {
  en: { receipt: "Receipt", order: "Order", item: "Item", quantity: "Qty", amount: "Amount", subtotal: "Subtotal", total: "Total", line: "Thank you. There is something for you behind this code.", typeIt: "Or type it at" },
  de: { receipt: "Beleg", order: "Bestellung", item: "Artikel", quantity: "Menge", amount: "Betrag", subtotal: "Zwischensumme", total: "Summe", line: "Vielen Dank. Hinter diesem Code wartet etwas auf Sie.", typeIt: "Oder eingeben unter" },
  fr: { receipt: "Reçu", order: "Commande", item: "Article", quantity: "Qté", amount: "Montant", subtotal: "Sous-total", total: "Total", line: "Merci. Quelque chose vous attend derrière ce code.", typeIt: "Ou à saisir sur" },
  es: { receipt: "Recibo", order: "Pedido", item: "Artículo", quantity: "Cant.", amount: "Importe", subtotal: "Subtotal", total: "Total", line: "Gracias. Detrás de este código hay algo para usted.", typeIt: "O escríbalo en" },
  it: { receipt: "Ricevuta", order: "Ordine", item: "Articolo", quantity: "Qtà", amount: "Importo", subtotal: "Subtotale", total: "Totale", line: "Grazie. Dietro questo codice c’è qualcosa per Lei.", typeIt: "Oppure digitarlo su" },
  nl: { receipt: "Bon", order: "Bestelling", item: "Artikel", quantity: "Aantal", amount: "Bedrag", subtotal: "Subtotaal", total: "Totaal", line: "Bedankt. Achter deze code wacht iets op u.", typeIt: "Of typ hem op" },
  pt: { receipt: "Recibo", order: "Encomenda", item: "Artigo", quantity: "Qtd.", amount: "Valor", subtotal: "Subtotal", total: "Total", line: "Obrigado. Atrás deste código há algo para si.", typeIt: "Ou escreva-o em" },
  ja: { receipt: "レシート", order: "ご注文", item: "商品", quantity: "数量", amount: "金額", subtotal: "小計", total: "合計", line: "ありがとうございます。このコードからお客様へのご案内をご覧いただけます。", typeIt: "こちらで入力することもできます：" },
};
