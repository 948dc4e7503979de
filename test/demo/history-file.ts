import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../setup/paths";
import { SetupError } from "../setup/process/failure";
import type { HistoryLine } from "../shopify/history/csv-lines";
import { readHistoryText } from "../shopify/history/csv-lines";

export interface HistoryFile {
  path: string;
  /** Names the data made from it: another file's orders live beside these, in a shop of their own. */
  key: string;
}

const required = ["order_id", "customer_id", "product_id"];

/** The orders that the demo shop has when no others are named. */
export const onlineRetail: HistoryFile = { path: path.join(root, "test/shopify/data/online-retail.csv.gz"), key: "default" };

/** Checks that a file can be a shop's history: it exists and its first line names the columns that cannot be guessed. */
export function openHistory(file: string): HistoryFile {
  // npm changes the working folder; INIT_CWD is where the command was typed.
  const absolute = path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
  if (!existsSync(absolute)) throw new SetupError(`There is no file ${absolute}. Give --history the path of a CSV file.`);
  if (!statSync(absolute).isFile()) throw new SetupError(`${absolute} is not a file. Give --history the path of a CSV file.`);
  const bytes = readFileSync(absolute);
  const text = textOf(bytes, absolute);
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const columns = header.replace(/^\uFEFF/, "").split(",").map((name) => name.trim().replaceAll('"', ""));
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new SetupError(
      `${absolute} is not a shop's history: its first line lacks ${missing.join(", ")}.\n` +
        `It must name the columns, separated by commas; it begins: ${header.slice(0, 100) || "(nothing)"}\n` +
        "Columns: order_id,customer_id,order_seq,product_id,product_name,unit_price,quantity,timestamp,country,flag",
    );
  }
  checkLines(text, absolute);
  return { path: absolute, key: createHash("sha256").update(bytes).digest("hex").slice(0, 8) };
}

function textOf(bytes: Buffer, file: string): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.toString("utf8");
  try {
    return gunzipSync(bytes).toString("utf8");
  } catch {
    throw new SetupError(`${file} is a damaged gzip file.`);
  }
}

/** Refuses a file with nothing to sell in it, or of which a tenth or more cannot be read; a few odd lines are left out. */
function checkLines(text: string, file: string): void {
  let usable = 0;
  let number = 1;
  const problems: string[] = [];
  readHistoryText(text, (line) => {
    number += 1;
    if (line.flag !== "") return;
    const problem = problemOf(line);
    if (problem === null) usable += 1;
    else problems.push(`  line ${String(number)}: ${problem}`);
  });
  if (usable > 0 && problems.length <= usable / 9) return;
  throw new SetupError(
    `${file} cannot be a shop's history: ${String(usable)} of its lines can be read as a sale, ${String(problems.length)} cannot.\n` +
      (problems.length > 0 ? `${problems.slice(0, 5).join("\n")}\nMend these, or mark lines to leave out with something in the column "flag".` : "It has no lines below the first."),
  );
}

function problemOf(line: HistoryLine): string | null {
  if (line.orderId === "") return "order_id is empty";
  if (line.productId === "") return "product_id is empty";
  if (line.unitPrice !== "" && !(Number(line.unitPrice) >= 0)) return `unit_price "${line.unitPrice}" is not a price`;
  if (line.quantity !== "" && !(Number(line.quantity) >= 1)) return `quantity "${line.quantity}" is not a number from 1 on`;
  if (line.timestamp !== "" && Number.isNaN(Date.parse(line.timestamp))) return `timestamp "${line.timestamp}" is not a time (2026-05-31T14:05:00)`;
  return null;
}
