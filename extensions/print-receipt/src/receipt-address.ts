export type Paper = "a4" | "80mm";

/** What receipts are printed in, each by its own name. */
export const languages: ReadonlyMap<string, string> = new Map([
  ["en", "English"], ["de", "Deutsch"], ["fr", "Français"], ["es", "Español"], ["it", "Italiano"], ["nl", "Nederlands"], ["pt", "Português"], ["ja", "日本語"],
]);

/** The language of receipts for a locale: "pt-BR" prints "pt", what there is not prints "en". */
export function languageOf(locale: string): string {
  const [language = ""] = locale.toLowerCase().split("-");
  return languages.has(language) ? language : "en";
}

/** Where the app serves a receipt; the admin fetches it with the session token of staff. */
export function receiptAddress(appUrl: string, { orderId, paper, language }: { orderId: string; paper: Paper; language: string }): string {
  return `${appUrl}/api/receipt/print?order=${encodeURIComponent(orderId)}&paper=${paper}&lang=${encodeURIComponent(language)}`;
}
