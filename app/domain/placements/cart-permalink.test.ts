import { expect, test } from "vitest";
import { ShopId } from "../shops/shop-id";
import type { PermalinkParts } from "./cart-permalink";
import { cartPermalink } from "./cart-permalink";

const shop = ShopId.parse("shop.myshopify.com");
const encore = (value: string) => [{ key: "_encore", value }];

test.each<[string, PermalinkParts, string]>([
  ["items alone", { lines: [{ variantId: 1, quantity: 2, attributes: [] }, { variantId: 3, quantity: 1, attributes: [] }] }, "https://shop.myshopify.com/cart/1:2,3:1"],
  ["a signed item", { lines: [{ variantId: 1, quantity: 1, attributes: encore("a.b") }] }, `https://shop.myshopify.com/cart/1:1?properties=${Buffer.from('{"_encore":"a.b"}').toString("base64url")}`],
  [
    "several signed items, of which properties hold the first", { lines: ["a", "b", "c"].map((value, index) => ({ variantId: index + 1, quantity: 1, attributes: encore(value) })) },
    `https://shop.myshopify.com/cart/1:1,2:1,3:1?properties=${Buffer.from('{"_encore":"a"}').toString("base64url")}&attributes[_encore]=b%2Cc`,
  ],
  ["a code and a language", { lines: [{ variantId: 1, quantity: 1, attributes: [] }], discountCodes: ["A&B"], locale: "de" }, "https://shop.myshopify.com/cart/1:1?discount=A%26B&locale=de"],
])("a link to a checkout with %s", (_case, parts, url) => {
  expect(cartPermalink(shop, parts)).toBe(url);
});

test("properties outside ASCII are read back as they were", () => {
  const url = new URL(cartPermalink(shop, { lines: [{ variantId: 1, quantity: 1, attributes: [{ key: "für", value: "Ü?>" }] }] }));
  expect(JSON.parse(Buffer.from(url.searchParams.get("properties") ?? "", "base64url").toString())).toEqual({ für: "Ü?>" });
});
