import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface HistoryLine {
  orderId: string;
  customerId: string;
  productId: string;
  productName: string;
  unitPrice: string;
  quantity: string;
  timestamp: string;
  country: string;
  flag: string;
}

const COLUMNS = ["order_id", "customer_id", "order_seq", "product_id", "product_name", "unit_price", "quantity", "timestamp", "country", "flag"] as const;

/**
 * Reads a history file (CSV with a header, gzip or plain) line by line. Columns may come in any order and all but `order_id`
 * and `product_id` may be missing or empty; throws when one of those two is missing.
 */
export function readHistory(file: string, visit: (line: HistoryLine) => void): void {
  const raw = readFileSync(file);
  const gzipped = raw[0] === 0x1f && raw[1] === 0x8b;
  readHistoryText((gzipped ? gunzipSync(raw) : raw).toString("utf8"), visit);
}

/** As readHistory, from the file's text. */
export function readHistoryText(text: string, visit: (line: HistoryLine) => void): void {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let where: number[] | null = null;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const line = text.slice(at, text[end - 1] === "\r" ? end - 1 : end);
    at = end + 1;
    if (line === "") continue;
    const cells = line.includes('"') ? splitQuoted(line) : line.split(",");
    if (where === null) {
      where = COLUMNS.map((column) => cells.indexOf(column));
      if ((where[0] ?? -1) < 0 || (where[3] ?? -1) < 0) throw new Error("A history needs the columns order_id and product_id");
      continue;
    }
    visit(lineOf(cells, where));
  }
}

function lineOf(cells: string[], where: number[]): HistoryLine {
  const cell = (column: number) => cells[where[column] ?? -1] ?? "";
  return { orderId: cell(0), customerId: cell(1), productId: cell(3), productName: cell(4), unitPrice: cell(5), quantity: cell(6), timestamp: cell(7), country: cell(8), flag: cell(9) };
}

function splitQuoted(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    if (quoted && character === '"' && line[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  cells.push(cell);
  return cells;
}
