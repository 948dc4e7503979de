import { expect, test } from "vitest";
import { cutText } from "./cut-text";

test.each([["mugs", 3, "mug"], ["mug", 3, "mug"], ["a🎁b", 3, "a🎁"], ["a🎁b", 2, "a"], ["🎁", 0, ""]])("of %j %i units are %j", (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut);
});
