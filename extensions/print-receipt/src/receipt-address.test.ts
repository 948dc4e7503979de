import { expect, test } from "vitest";
import { languageOf, receiptAddress } from "./receipt-address";

test.each([["de", "de"], ["pt-BR", "pt"], ["ja-JP", "ja"], ["sv", "en"], ["", "en"], ["toString", "en"]])("a receipt for %j is printed in %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test("nothing of an order's id becomes another parameter", () => {
  const address = new URL(receiptAddress("https://app.example", { orderId: "gid://shopify/Order/1&paper=80mm", paper: "a4", language: "de" }));
  expect(address.searchParams.getAll("paper")).toEqual(["a4"]);
  expect(address.searchParams.get("order")).toBe("gid://shopify/Order/1&paper=80mm");
});
