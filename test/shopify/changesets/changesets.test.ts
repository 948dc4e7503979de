import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { openSmallShop, variantOf } from "../testing/small-shop";
import { signJwt } from "../tokens/jwt";
import { applyChangeset, calculateChangeset } from "./changesets";
import { CHANGESET_ERROR_CODES } from "./results";

async function openWithOrder(payment: "card" | "wallet" = "card") {
  const opened = await openSmallShop();
  const { shopify, shop, mug, spoon } = opened;
  const order = shopify.control.placeOrder({ shop: shop.domain, payment, lines: [{ variantId: variantOf(mug).id, quantity: 1 }] });
  const referenceId = order.checkoutToken ?? "";
  const changes = [{ type: "add_variant", variantId: variantOf(spoon).id, quantity: 2, discount: { value: 10, valueType: "percentage", title: "Thank you" } }];
  const claims = () => ({ iss: shopify.app.apiKey, sub: referenceId, iat: Math.floor(shopify.clock.now() / 1000), jti: randomUUID(), changes });
  const sign = (over: Record<string, unknown> = {}, secret = shopify.app.apiSecret) => signJwt({ ...claims(), ...over }, secret);
  const apply = (token: string, reference = referenceId) => applyChangeset(shopify, shop, reference, token);
  const charges = () => shopify.control.charges({ shop: shop.domain, orderId: order.id });
  return { ...opened, order, referenceId, changes, sign, apply, charges };
}

test("calculates what the buyer would pay, tax shown, and changes nothing", async () => {
  const { shopify, shop, referenceId, changes, order, charges } = await openWithOrder();
  const result = calculateChangeset(shopify, shop, referenceId, { changes });
  // 2 x 3.33 less 10 % is 5.99, of which 1.00 is VAT; with the mug and delivery 19.94 in all.
  expect(result).toMatchObject({
    status: "processed",
    errors: [],
    calculatedPurchase: {
      subtotalPriceSet: { shopMoney: { amount: "15.99", currencyCode: "GBP" } },
      totalPriceSet: { shopMoney: { amount: "19.94" } },
      totalOutstandingSet: { shopMoney: { amount: "5.99" } },
      addedTaxLines: [{ priceSet: { shopMoney: { amount: "1.00" } }, rate: 0.2, title: "VAT" }],
    },
  });
  expect(order.lines).toHaveLength(1);
  expect(charges()).toHaveLength(1);
});

test("applies a signed changeset once: the same jti charges nothing again", async () => {
  const { sign, apply, order, charges, shopify } = await openWithOrder();
  const token = sign();
  expect(apply(token)).toEqual({ status: "processed", errors: [], changesetApplicationsRemaining: 2 });
  expect(apply(token)).toMatchObject({ status: "unprocessed", errors: [{ code: "changeset_already_applied" }] });
  expect(charges().map(({ reason, amount }) => [reason, amount])).toEqual([["purchase", 1_395], ["changeset", 599]]);
  expect(order.edits).toEqual([expect.objectContaining({ appId: shopify.app.id })]);
});

test.each([
  ["a wrong secret", {}, "another-secret"],
  ["another purchase", { sub: "another" }, undefined],
  ["another app", { iss: "another" }, undefined],
  ["no jti", { jti: undefined }, undefined],
  ["an old signature", { iat: 1 }, undefined],
  ["no changes", { changes: [] }, undefined],
  ["a quantity of nothing", { changes: [{ type: "add_variant", variantId: 1, quantity: 0 }] }, undefined],
])("refuses %s as invalid_request and charges nothing", async (_name, over, secret) => {
  const { sign, apply, charges } = await openWithOrder();
  expect(apply(sign(over, secret))).toMatchObject({ status: "unprocessed", errors: [{ code: "invalid_request" }] });
  expect(charges()).toHaveLength(1);
});

test("refuses what is out of stock, wallets, and orders that went on", async () => {
  const { sign, apply, tea, shopify, shop, order } = await openWithOrder();
  const changes = [{ type: "add_variant", variantId: variantOf(tea).id, quantity: 2 }];
  expect(apply(sign({ changes }))).toMatchObject({ errors: [{ code: "insufficient_inventory" }] });
  shopify.control.releaseOrder({ shop: shop.domain, orderId: order.id });
  expect(apply(sign())).toMatchObject({ errors: [{ code: "order_released_error" }] });
  const wallet = await openWithOrder("wallet");
  expect(wallet.apply(wallet.sign())).toMatchObject({ errors: [{ code: "unsupported_payment_method" }] });
});

test("makes each documented error on request, and leaves the order alone", async () => {
  const { sign, apply, shopify, order } = await openWithOrder();
  for (const code of CHANGESET_ERROR_CODES) {
    shopify.faults.changesets.error = code;
    expect(apply(sign())).toMatchObject({ status: "unprocessed", errors: [{ code }] });
  }
  expect(CHANGESET_ERROR_CODES).toHaveLength(12);
  expect(order.lines).toHaveLength(1);
});

test("can leave an order edited and unpaid", async () => {
  const { sign, apply, shopify, charges, order } = await openWithOrder();
  shopify.faults.changesets.partiallyProcessed = true;
  expect(apply(sign())).toMatchObject({ status: "partially_processed", errors: [{ code: "payment_required" }] });
  expect(charges().at(-1)).toMatchObject({ succeeded: false, amount: 599 });
  expect(order.lines).toHaveLength(2);
});
