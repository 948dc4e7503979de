import { groupedCode } from "../links/typed-code";
import { safeText } from "../links/safe-html";
import { formatMinor } from "../money/money";
import type { ShopperLanguage } from "../placements/shopper-language";
import { receiptTexts } from "./texts";

/** The paper: a sheet, or the roll of a receipt printer. */
export const paperWidths = ["a4", "80mm"] as const;
export type PaperWidth = (typeof paperWidths)[number];

export interface ReceiptOrder {
  name: string;
  /** ISO 8601 */
  processedAt: string;
  currency: string;
  subtotalMinor: number;
  totalMinor: number;
  lines: readonly { title: string; quantity: number; totalMinor: number }[];
}

export interface ReceiptPage {
  shopName: string;
  timeZone: string;
  order: ReceiptOrder;
  language: ShopperLanguage;
  paper: PaperWidth;
  /** What staff wrote, or null for the usual words. */
  line: string | null;
  /** Null where the receipt carries no code. */
  code: { text: string; /** An `svg` element. */ qr: string; /** Where it may be typed, without a scheme. */ typeAt: string } | null;
}

/** A whole HTML document that prints as it is: no script, nothing fetched. */
export function receiptPage({ shopName, timeZone, order, language, paper, line, code }: ReceiptPage): string {
  const texts = receiptTexts[language];
  const money = (minor: number) => safeText(formatMinor(minor, order.currency, language));
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(order.processedAt));
  const rows = order.lines.map(({ title, quantity, totalMinor }) => `<tr><td>${safeText(title)}</td><td class="number">${quantity}</td><td class="number">${money(totalMinor)}</td></tr>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${safeText(`${texts.receipt} ${order.name}`)}</title>
<style>${styleOf(paper)}</style>
</head>
<body class="paper-${paper}">
<h1>${safeText(shopName)}</h1>
<p>${safeText(`${texts.order} ${order.name}`)}<br>${safeText(date)}</p>
<table>
<thead><tr><th scope="col">${safeText(texts.item)}</th><th scope="col" class="number">${safeText(texts.quantity)}</th><th scope="col" class="number">${safeText(texts.amount)}</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
<tfoot>
<tr><th scope="row" colspan="2">${safeText(texts.subtotal)}</th><td class="number">${money(order.subtotalMinor)}</td></tr>
<tr class="total"><th scope="row" colspan="2">${safeText(texts.total)}</th><td class="number">${money(order.totalMinor)}</td></tr>
</tfoot>
</table>
<footer>
<p class="line">${safeText(line ?? texts.line)}</p>
${code ? `<figure>${code.qr}<figcaption><code>${safeText(groupedCode(code.text))}</code><br>${safeText(`${texts.typeIt} ${code.typeAt}`)}</figcaption></figure>` : ""}
</footer>
</body>
</html>`;
}

function styleOf(paper: PaperWidth): string {
  const page = paper === "a4" ? "@page { size: A4; margin: 20mm; }" : "@page { size: 80mm auto; margin: 4mm; }";
  const width = paper === "a4" ? "170mm" : "72mm";
  return `${page}
* { box-sizing: border-box; }
body { max-width: ${width}; margin: 0 auto; padding: ${paper === "a4" ? "0" : "0 1mm"}; font: ${paper === "a4" ? "11pt" : "9pt"}/1.4 system-ui, sans-serif; color: #000; background: #fff; }
h1 { margin: 0 0 .5em; font-size: 1.5em; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35em .25em; text-align: start; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid #000; font-weight: bold; }
tfoot tr:first-child > * { border-top: 1px solid #000; }
.total > * { font-weight: bold; }
.number { text-align: end; white-space: nowrap; }
footer { margin-top: 1.5em; ${paper === "a4" ? "" : "text-align: center;"} break-inside: avoid; }
.line { font-size: 1.15em; font-weight: bold; }
figure { display: ${paper === "a4" ? "flex" : "block"}; gap: 6mm; align-items: center; margin: 1em 0 0; }
figure svg { display: inline-block; width: 32mm; height: 32mm; flex: none; }
figcaption { min-width: 0; overflow-wrap: anywhere; }
code { font: bold 1.05em/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }`;
}
