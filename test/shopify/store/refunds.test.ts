import { expect, test } from "vitest";
import { openSmallShop, variantOf } from "../testing/small-shop";
import { currentTotals, financialStatus, originalTotals } from "./totals";

async function openWithOrder() {
  const opened = await openSmallShop();
  const { shopify, shop, spoon } = opened;
  shopify.control.updateShop({ shop: shop.domain, discountCodes: [{ code: "TEN", valueType: "percentage", value: 10 }] });
  const order = shopify.control.placeOrder({ shop: shop.domain, discountCode: "ten", lines: [{ variantId: variantOf(spoon).id, quantity: 3 }] });
  return { ...opened, order, line: order.lines[0] ?? { id: 0 } };
}

test("refunds in parts give back the whole line, discount and all, without drift", async () => {
  const { shopify, shop, order, line } = await openWithOrder();
  expect(originalTotals(order)).toMatchObject({ subtotal: 899, discounts: 100, shipping: 395, total: 1_294 });
  const parts = [1, 1, 1].map(() => shopify.control.refundOrder({ shop: shop.domain, orderId: order.id, lines: [{ lineId: line.id, quantity: 1 }] }).amount);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(899);
  expect(currentTotals(order)).toMatchObject({ subtotal: 0, total: 395 });
  expect(financialStatus(order)).toBe("partially_refunded");
});

test("refuses to refund more than is left", async () => {
  const { shopify, shop, order, line } = await openWithOrder();
  expect(() => shopify.control.refundOrder({ shop: shop.domain, orderId: order.id, lines: [{ lineId: line.id, quantity: 4 }] })).toThrow("3 left");
});

test("a cancellation gives everything back and puts the stock on the shelf again", async () => {
  const { shopify, shop, order, spoon } = await openWithOrder();
  expect(variantOf(spoon).inventoryQuantity).toBe(97);
  shopify.control.cancelOrder({ shop: shop.domain, orderId: order.id });
  expect(order).toMatchObject({ cancelReason: "customer", refunds: [{ amount: 1_294 }] });
  expect(financialStatus(order)).toBe("refunded");
  expect(variantOf(spoon).inventoryQuantity).toBe(100);
});
