import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { csvRow, csvText } from "./csv";

test.each<[string, string]>([
  ["=1+1", "'=1+1"],
  ["+441234", "'+441234"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tcmd", "'\tcmd"],
  ["\rcmd", "'\rcmd"],
  ["  =1+1", "'  =1+1"],
  ["＝1", "'＝1"],
  ["\u0000=1", "'\u0000=1"],
  ["|calc", "'|calc"],
  ["-12.50", "-12.50"],
  ["12.50", "12.50"],
  ["Tea = good", "Tea = good"],
])("text %j reaches a spreadsheet as %j", (text, read) => {
  expect(parse(csvRow([text]))).toEqual([[read]]);
});

test("quotes, commas and line breaks stay within their cell", () => {
  expect(csvRow(['say "hi"', "a,b", "one\ntwo", null, 3, -4, new Date("2026-11-22T00:00:00Z"), true])).toBe('"say ""hi""","a,b","one\ntwo",,3,-4,2026-11-22T00:00:00.000Z,true\r\n');
});

test("a file begins with its byte order mark and header", () => {
  expect(csvText(["Order", "Fee"], [["#1001", "1.20"]])).toBe("\uFEFFOrder,Fee\r\n#1001,1.20\r\n");
});

test("no text whatever is read as a formula, and every text comes back but for the apostrophe", () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 2, maxLength: 3, size: "small" }), (cells) => {
    const [read] = parse(csvRow(cells));
    const texts = z.array(z.string()).parse(read);
    expect(texts.map((cell, index) => (cell === cells[index] ? cell : cell.replace(/^'/, "")))).toEqual(cells);
    for (const cell of texts) expect(/^\s*[=+@\t\r]/.test(cell)).toBe(false);
  }), { numRuns: 200 });
});
