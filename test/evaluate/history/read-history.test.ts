import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { HistoryError } from "./failure";
import { parseDay } from "./parse-time";
import { readHistory } from "./read-history";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "history-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = "order_id,customer_id,order_seq,product_id,product_name,unit_price,quantity,timestamp,country,flag";

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe("reading a history", () => {
  test("keeps distinct products of usable lines, by time, then id", async () => {
    const rows = [
      "2,c1,,A,Tea,1.00,1,2026-01-02T10:00,GB,",
      "2,c1,,A,Tea,1.00,1,2026-01-02T10:00,GB,",
      '1,,,B,"Cup, blue",2.00,1,2026-01-01,GB,',
      "3,c1,,C,,,,2026-01-03,,negative",
    ];
    const history = await readHistory(write("dated.csv.gz", gzipSync([HEADER, ...rows].join("\n"))));
    expect(history).toMatchObject({ dated: true, lines: 3, productIds: ["A", "B"] });
    expect(history.orders.map(({ id, customer, products }) => [id, customer, [...products]])).toEqual([
      ["1", -1, [1]],
      ["2", 0, [0]],
    ]);
  });

  test("orders without dates stand by the customer's sequence", async () => {
    const history = await readHistory(write("undated.csv", `${HEADER}\nx,c1,2,A,,,,,,\ny,c1,1,A,,,,,,\n`));
    expect(history.dated).toBe(false);
    expect(history.orders.map(({ id }) => id)).toEqual(["y", "x"]);
  });

  test("only order and product need a column", async () => {
    const history = await readHistory(write("short.csv", "order_id,product_id\n1,A\n1,B\n"));
    expect(history.orders).toHaveLength(1);
  });

  test.each([
    ["empty", "", /it is empty/],
    ["without a column", "order_id,sku\n1,A\n", /no column product_id/],
    ["without usable lines", `${HEADER}\n1,,,A,,,,,,cancelled\n`, /no usable line/],
    ["partly dated", `${HEADER}\n1,,,A,,,,2026-01-01,,\n2,,,A,,,,,,\n`, /order 2 has no timestamp/],
    ["with an unknown date", `${HEADER}\n1,,,A,,,,yesterday,,\n`, /"yesterday" is no ISO date/],
    ["with a row too short", `${HEADER}\n1,A\n`, /not well-formed CSV/],
    ["with a nameless product", `${HEADER}\n1,,,,,,,,,\n`, /record 2 has no product_id/],
  ])("a file %s is refused by name", async (_, content, message) => {
    const reading = readHistory(write("bad.csv", content));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toBeInstanceOf(HistoryError);
  });

  test("a missing file and a damaged gzip are said plainly", async () => {
    await expect(readHistory(path.join(folder, "none.csv"))).rejects.toThrow(/no such file/);
    await expect(readHistory(write("damaged.csv.gz", "no gzip"))).rejects.toThrow(/not gzip/);
  });
});

test.each([
  ["1970-01-02", 1],
  ["1970-01-01T12:00", 0.5],
  ["1970-01-01 06:00:00Z", 0.25],
  ["2026-02-30", null],
  ["01/02/2026", null],
])("the day of %s", (text, day) => {
  expect(parseDay(text)).toBe(day);
});
