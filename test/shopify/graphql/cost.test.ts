import { parse } from "graphql";
import { expect, test } from "vitest";
import { CostBucket, requestedCost } from "./cost";

test.each([
  ["{ shop { name } }", 1],
  ["{ products(first: 10) { nodes { id } } }", 12],
  ["{ products(first: 10) { edges { node { id } } } }", 12],
  ["{ orders(first: 5) { nodes { customer { id } } } }", 12],
  ["mutation { bulkOperationCancel(id: \"x\") { userErrors { message } } }", 11],
])("%s costs %i", (query, points) => {
  expect(requestedCost(parse(query), {}, null)).toBe(points);
});

test("counts every id that nodes is asked for", () => {
  expect(requestedCost(parse("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { id variants(first: 3) { nodes { id } } } } }"), { ids: ["a", "b"] }, null)).toBe(12);
});

test("reads page sizes from variables", () => {
  expect(requestedCost(parse("query ($n: Int) { products(first: $n) { nodes { id } } }"), { n: 7 }, null)).toBe(9);
});

test("a bucket refuses what it has not, takes nothing then, and fills up again to its size", () => {
  const bucket = new CostBucket(100, 0);
  expect(bucket.take(1_900, 0)).toBe(true);
  expect(bucket.take(101, 0)).toBe(false);
  expect(bucket.status(0).currentlyAvailable).toBe(100);
  expect(bucket.take(101, 10)).toBe(true);
  expect(bucket.status(60_000).currentlyAvailable).toBe(2_000);
});
