import { expect, test } from "vitest";
import { numberOfGid } from "./gid";

test.each([
  ["gid://shopify/ProductVariant/12", 12],
  ["gid://shopify/OrderIdentity/9007", 9007],
  ["gid://shopify/CartLine/3?cart=abc", 3],
  ["gid://shopify/Cart/abc", null],
  ["", null],
])("the number of %j is %j", (gid, number) => {
  expect(numberOfGid(gid)).toBe(number);
});
