import { expect, test } from "vitest";
import { idInGid } from "./gid";

test.each([
  ["gid://shopify/Order/450789469", "Order", 450789469],
  ["gid://shopify/InventoryLevel/8?inventory_item_id=3", "InventoryLevel", 8],
  ["gid://shopify/Product/1", "Order", null],
  ["gid://shopify/Order/0", "Order", null],
  ["gid://shopify/Order/99999999999999999", "Order", null],
  ["gid://shopify/Order/9999999999999999", "Order", null],
  ["gid://shopify/Order/", "Order", null],
  ["450789469", "Order", null],
  ["", "Order", null],
])("%s as %s", (gid, kind, id) => {
  expect(idInGid(gid, kind)).toBe(id);
});
