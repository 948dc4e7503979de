import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { shownText } from "./shown-text";

const { t } = textsIn("en");

const nothing = { productTitle: null, blockKind: null, blockProducts: [] };

test.each([
  ["the post-purchase page's product", { ...nothing, productTitle: "Tray" }, "Tray"],
  ["a block of two", { productTitle: "Tray", blockKind: "products" as const, blockProducts: ["Tray", "Mug"] }, "Tray, Mug"],
  ["a block of four", { ...nothing, blockKind: "products" as const, blockProducts: ["Tray", "Mug", "Jug", "Cup"] }, "Tray, Mug and 2 more"],
  ["a coupon", { ...nothing, blockKind: "coupon" as const }, "A coupon"],
  ["what is kept no longer", nothing, "An offer"],
])("%s is named", (_case, facts, text) => {
  expect(shownText(t, facts)).toBe(text);
});
