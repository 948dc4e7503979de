import { expect, test } from "vitest";
import { placedAt } from "./use-order";

test.each([["a", 2, "bca"], ["c", 0, "cab"], ["b", 1, "abc"], ["a", 99, "bca"], ["b", -1, "bac"]])("%s goes to place %i", (id, at, expected) => {
  expect(placedAt(Array.from("abc"), id, at).join("")).toBe(expected);
});
