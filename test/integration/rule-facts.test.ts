import { afterAll, beforeAll, expect, test } from "vitest";
import type { Condition } from "../../app/domain/rules/condition";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { readCustomerHistory } = await import("../../app/data/decisions/customer-history.server");
const { addOffer, addProduct, decide, installShop, offered, purchaseToken, relaxCourtesy } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000 - 60_000);

/** Orders of customer 501: 40 days ago product 300 (kept) and 301 (given back), 10 days ago 300 again; cancelled ones besides. */
beforeAll(async () => {
  shop = await installShop("rule-facts");
  await relaxCourtesy(shop);
  await addProduct(shop, 300, [{ id: 3001, priceMinor: 1_000, stock: 4 }, { id: 3002, priceMinor: 1_000, stock: 3 }]);
  await addOrder(1, 40, 3_000, [{ productId: 300, left: 1 }, { productId: 301, left: 0 }]);
  await addOrder(2, 10, 2_000, [{ productId: 300, left: 1 }]);
  await addOrder(3, 1, 9_900, [{ productId: 302, left: 1 }], true);
  await pool.query(
    "insert into refund_lines (shop, order_id, refund_id, line_id, quantity, subtotal_minor, refunded_at) values ($1, 1, 71, 12, 1, 500, now())", [shop],
  );
});

async function addOrder(id: number, days: number, totalMinor: number, lines: { productId: number; left: number }[], isCancelled = false): Promise<void> {
  const at = daysAgo(days);
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, cancelled_at, source_at, observed_at)
     values ($1, $2, $3, $4, 'c:501', 'GBP', '{}', '{}', $5, $5, $6, $7, $6, $6)`,
    [shop, id, `#${id}`, `checkout-${id}`, totalMinor, at, isCancelled ? at : null],
  );
  for (const [index, { productId, left }] of lines.entries()) {
    await pool.query(
      `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
       values ($1, $2, $3, $4, $4, '', 1, $5, 1000, 1000)`,
      [shop, id, id * 10 + index + 1, productId, left],
    );
  }
}

const ask = (customerKey: string, referenceId = "other") => readCustomerHistory(shop, { customerKey, referenceId, boughtProductIds: [300, 301, 302], now });

test("a customer's past is net of refunds, cancellations and the purchase in hand", async () => {
  expect(await ask("c:501")).toMatchObject({ spentMinor: 4_500, daysSinceLastOrder: 10, daysSinceBought: { 300: 10 } });
  expect(await ask("c:501", "checkout-2")).toMatchObject({ spentMinor: 2_500, daysSinceLastOrder: 40, daysSinceBought: { 300: 40 } });
});

test("a customer without a past has an empty one", async () => {
  expect(await ask("c:999")).toEqual({ spentMinor: 0, daysSinceLastOrder: null, daysSinceBought: {}, encounters: { impression: {}, acceptance: {}, decline: {} }, tags: null });
});

test("offers seen and declined are remembered by their day", async () => {
  const offerId = await addOffer(shop, { title: "Seen" });
  const { decisionId } = await offered(shop, { customerId: 777 });
  await pool.query("update decisions set impression_at = $3, declined_at = $4 where shop = $1 and id = $2", [shop, decisionId, daysAgo(5), daysAgo(4)]);
  expect((await ask("c:777")).encounters).toEqual({ impression: { [offerId]: 5 }, acceptance: {}, decline: { [offerId]: 4 } });
  await pool.query("update offers set status = 'archived' where shop = $1", [shop]);
});

/** Each is true of customer 501 and of no stranger's first order, or of every order. */
test.each<[string, Condition, boolean, boolean]>([
  ["spending", { kind: "lifetimeSpend", currency: "GBP", minMinor: 4_500, maxMinor: 4_500 }, true, false],
  ["days since the last order", { kind: "daysSinceOrder", min: 10, max: 10 }, true, false],
  ["a product bought lately", { kind: "pastProduct", match: "any", productIds: [300], withinDays: 11 }, true, false],
  ["a product given back", { kind: "pastProduct", match: "none", productIds: [301] }, true, true],
  ["a first order", { kind: "firstOrder", isFirst: true }, false, true],
  ["stock of all variants", { kind: "inventory", match: "any", productIds: [300], min: 7, max: 7 }, true, true],
  ["the sales channel", { kind: "salesChannel", match: "any", channels: ["web"] }, true, true],
  ["the shop's calendar", { kind: "dateRange", from: "2020-01-01" }, true, true],
  ["no encounter so far", { kind: "encounter", what: "decline", offer: "this", hasHappened: false }, true, true],
  ["no subscription", { kind: "purchaseType", match: "none", type: "subscription" }, true, true],
  ["what the page cannot know", { kind: "utm", parameter: "source", match: "none", values: ["mail"] }, false, false],
  ["tags before they were read", { kind: "customerTag", match: "none", tags: ["vip"] }, false, false],
])("the post-purchase page knows of %s", async (_what, condition, isKnownCustomers, isStrangers) => {
  await pool.query("update offers set status = 'archived' where shop = $1", [shop]);
  await addOffer(shop, { rule: { kind: "all", conditions: [condition] } });
  expect((await decide(purchaseToken(shop, { customerId: 501 }).token)).render).toBe(isKnownCustomers);
  expect((await decide(purchaseToken(shop, { customerId: 888 }).token)).render).toBe(isStrangers);
});
