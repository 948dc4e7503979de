import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openHistory } from "./history-file";

const folder = mkdtempSync(path.join(os.tmpdir(), "history-"));
const header = "order_id,customer_id,product_id,unit_price,quantity,timestamp,flag";

function fileOf(content: string | Buffer): string {
  const file = path.join(folder, "history.csv");
  writeFileSync(file, content);
  return file;
}

test.each([
  ["only what cannot be guessed", "order_id,customer_id,product_id\n1,7,A\n1,,B\n"],
  ["every column", `${header}\n1,7,A,9.95,2,2026-05-31T14:05:00,\n`],
  ["quotes, a byte order mark and Windows line ends", `\uFEFF"order_id","customer_id","product_id"\r\n1,7,"A, B"\r\n`],
  ["a line to leave out", `${header}\n1,7,A,x,-1,never,negative\n1,7,A,1.00,1,,\n`],
  ["gzip", gzipSync("order_id,customer_id,product_id\n1,7,A\n")],
])("takes a file with %s", (_what, content) => {
  expect(openHistory(fileOf(content)).key).toMatch(/^[0-9a-f]{8}$/);
});

test.each([
  ["nothing in it", "", /first line lacks order_id, customer_id, product_id/],
  ["other columns", "id,name\n1,x\n", /first line lacks/],
  ["no lines", `${header}\n`, /no lines below the first/],
  ["words for prices", `${header}\n1,7,A,abc,1,,\n`, /line 2: unit_price "abc" is not a price/],
  ["a quantity of nothing", `${header}\n1,7,A,1,0,,\n`, /line 2: quantity "0"/],
  ["times of its own", `${header}\n1,7,A,1,1,yesterday,\n`, /line 2: timestamp "yesterday"/],
  ["half a gzip file", gzipSync(header).subarray(0, 20), /damaged gzip/],
])("refuses a file with %s and says why", (_what, content, message) => {
  expect(() => openHistory(fileOf(content))).toThrow(message);
});

test("refuses what is not there or no file", () => {
  expect(() => openHistory(path.join(folder, "absent.csv"))).toThrow(/There is no file/);
  expect(() => openHistory(folder)).toThrow(/is not a file/);
});
