import { expect, test } from "vitest";
import { beside, rearrange, toEnd } from "./priority-order";

test.each([
  ["d", "before", "b", "adbc"],
  ["a", "after", "c", "bcad"],
  ["b", "after", "a", "abcd"],
  ["x", "before", "a", undefined],
  ["a", "before", "a", undefined],
] as const)("%s goes %s %s", (id, direction, other, expected) => {
  expect(beside(Array.from("abcd"), id, direction, other)?.join("")).toBe(expected);
});

test.each([["first", "bdac"], ["last", "acbd"]] as const)("several go %s together, in the order they had", (end, expected) => {
  expect(toEnd(Array.from("abcd"), ["d", "b", "x"], end).join("")).toBe(expected);
});

test("what was not shown keeps its place", () => {
  expect(rearrange(Array.from("aXbYc"), Array.from("abc"), Array.from("cab"))?.join("")).toBe("cXaYb");
});

test.each([
  ["someone moved them meanwhile", "bac", "abc", "cab"],
  ["one is gone", "ac", "abc", "cab"],
  ["the last is gone", "ab", "abc", "cab"],
  ["one is there twice", "abc", "abc", "aac"],
  ["one is missing", "abc", "abc", "ab"],
  ["one is another's", "abc", "abc", "abx"],
])("nothing is rearranged when %s", (_, ids, seen, wanted) => {
  expect(rearrange(Array.from(ids), Array.from(seen), Array.from(wanted))).toBeNull();
});
