import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "../setup/paths";
import { SetupError } from "../setup/process/failure";

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
  const [header = ""] = textOf(bytes, absolute).split(/\r?\n/, 1);
  const columns = header.replace(/^\uFEFF/, "").split(",").map((name) => name.trim().replaceAll('"', ""));
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new SetupError(
      `${absolute} is not a shop's history: its first line lacks ${missing.join(", ")}.\n` +
        `It must name the columns, separated by commas; it begins: ${header.slice(0, 100) || "(nothing)"}\n` +
        "Columns: order_id,customer_id,order_seq,product_id,product_name,unit_price,quantity,timestamp,country,flag",
    );
  }
  return { path: absolute, key: createHash("sha256").update(bytes).digest("hex").slice(0, 8) };
}

function textOf(bytes: Buffer, file: string): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return bytes.subarray(0, 4096).toString("utf8");
  try {
    return gunzipSync(bytes).subarray(0, 4096).toString("utf8");
  } catch {
    throw new SetupError(`${file} is a damaged gzip file.`);
  }
}
