import { expect, test } from "vitest";
import { compileQuery } from "./search-query";

interface Item {
  id: number;
  tags: string[];
  at: string;
}
const item: Item = { id: 7, tags: ["Red", "big"], at: "2026-03-01T00:00:00Z" };
const table = { id: ({ id }: Item) => id, tag: ({ tags }: Item) => tags, updated_at: ({ at }: Item) => new Date(at) };

test.each([
  ["", true],
  ["id:7", true],
  ["id:>7", false],
  ["id:>=7 AND tag:red", true],
  ["tag:red tag:small", false],
  ["tag:small OR id:7", true],
  ["-tag:red", false],
  ["tag:re*", true],
  ["tag:blue,big", true],
  ["updated_at:>='2026-02-28T23:59:59Z'", true],
  ["updated_at:<2026-03-01T00:00:00Z", false],
  ['(updated_at:>"2026-02-01T00:00:00Z")', true],
])("%s", (query, expected) => {
  expect(compileQuery(query, table)(item)).toBe(expected);
});

test("throws on a field it does not know, where Shopify would silently match everything", () => {
  expect(() => compileQuery("colour:red", table)).toThrow("does not implement searching by colour");
});
