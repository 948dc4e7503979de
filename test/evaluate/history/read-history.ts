import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import { CsvError, parse } from "csv-parse";

import { HistoryError } from "./failure";
import type { History, HistoryOrder } from "./history";
import { parseDay } from "./parse-time";

const REQUIRED = ["order_id", "product_id"] as const;
type Column = (typeof REQUIRED)[number] | "customer_id" | "order_seq" | "timestamp" | "flag";

interface Draft {
  id: string;
  customer: number;
  products: Set<number>;
  timestamp: string;
  sequence: number;
  place: number;
}

/** Reads a shop's orders from a CSV file, plain or gzip; only usable lines count. Throws HistoryError for what it cannot read. */
export async function readHistory(file: string): Promise<History> {
  const rows = parse({ bom: true, relax_column_count: false, skip_empty_lines: true });
  const source = createReadStream(file);
  const bytes: Readable = file.endsWith(".gz") ? source.pipe(createGunzip().on("error", (error) => rows.destroy(error))) : source;
  source.on("error", (error) => rows.destroy(error));
  bytes.pipe(rows);
  try {
    return await collect(rows);
  } catch (error) {
    throw explain(file, error);
  }
}

async function collect(rows: AsyncIterable<string[]>): Promise<History> {
  const drafts = new Map<string, Draft>();
  const products = new Map<string, number>();
  const customers = new Map<string, number>();
  let at: Record<Column, number> | null = null;
  let line = 0;
  let usable = 0;
  for await (const row of rows) {
    line++;
    if (!at) {
      at = columns(row);
      continue;
    }
    if (value(row, at.flag) !== "") continue;
    const id = value(row, at.order_id);
    const product = value(row, at.product_id);
    if (id === "" || product === "") throw new HistoryError(`record ${line} has no ${id === "" ? "order_id" : "product_id"}`);
    usable++;
    let draft = drafts.get(id);
    if (!draft) {
      const customer = value(row, at.customer_id);
      const sequence = Number(value(row, at.order_seq));
      if (Number.isNaN(sequence)) throw new HistoryError(`record ${line}: order_seq "${value(row, at.order_seq)}" is no number`);
      draft = {
        id,
        customer: customer === "" ? -1 : number(customers, customer),
        products: new Set(),
        timestamp: value(row, at.timestamp),
        sequence,
        place: drafts.size,
      };
      drafts.set(id, draft);
    }
    draft.products.add(number(products, product));
  }
  if (!at) throw new HistoryError("it is empty");
  if (drafts.size === 0) throw new HistoryError("it has no usable line (flag empty)");
  const productIds = [...products.keys()];
  const { orders, dated } = arrange([...drafts.values()]);
  return { orders, productIds, dated, lines: usable };
}

function arrange(drafts: Draft[]): { orders: HistoryOrder[]; dated: boolean } {
  const undated = drafts.find((draft) => draft.timestamp === "");
  const dated = drafts.some((draft) => draft.timestamp !== "");
  if (dated && undated) throw new HistoryError(`order ${undated.id} has no timestamp while others do`);
  const orders = drafts.map((draft) => {
    const day = dated ? parseDay(draft.timestamp) : Number.NaN;
    if (day === null) throw new HistoryError(`order ${draft.id}: "${draft.timestamp}" is no ISO date and time`);
    const { id, customer, sequence, place } = draft;
    return { order: { id, customer, products: Int32Array.from(draft.products).sort(), day }, sequence, place };
  });
  if (dated) orders.sort((a, b) => a.order.day - b.order.day || compare(a.order.id, b.order.id));
  else orders.sort((a, b) => a.sequence - b.sequence || a.place - b.place);
  return { orders: orders.map(({ order }) => order), dated };
}

function columns(header: string[]): Record<Column, number> {
  for (const name of REQUIRED) {
    if (!header.includes(name)) throw new HistoryError(`its first line names no column ${name} (found: ${header.join(", ").slice(0, 200)})`);
  }
  const place = (name: Column) => header.indexOf(name);
  return {
    order_id: place("order_id"),
    product_id: place("product_id"),
    customer_id: place("customer_id"),
    order_seq: place("order_seq"),
    timestamp: place("timestamp"),
    flag: place("flag"),
  };
}

function value(row: string[], column: number): string {
  return row[column] ?? "";
}

function number(known: Map<string, number>, name: string): number {
  let held = known.get(name);
  if (held === undefined) known.set(name, (held = known.size));
  return held;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function explain(file: string, error: unknown): HistoryError {
  const prefix = `The history ${file} cannot be read`;
  if (error instanceof HistoryError) return new HistoryError(`${prefix}: ${error.message}.`);
  if (error instanceof CsvError) return new HistoryError(`${prefix}: it is not well-formed CSV (${error.message}).`);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new HistoryError(`${prefix}: there is no such file.`);
  if (code === "EISDIR") return new HistoryError(`${prefix}: it is a folder.`);
  if (code === "EACCES") return new HistoryError(`${prefix}: permission denied.`);
  if (code.startsWith("Z_")) return new HistoryError(`${prefix}: it ends in .gz but is not gzip, or is cut off (${code}).`);
  throw error;
}
