import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Product, Shop } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { findOrderByReference } = await import("../shopify/store/orders");
const { applyChangeset, calculateChangeset } = await import("../shopify/changesets/changesets");
const { buildInputData } = await import("../shopify/post-purchase/input-data");
const { addOffer, decide, post, sign } = await import("../support/buyers");
const { linkShopify, openShop } = await import("../support/linked-shopify");
const { noFaults } = await import("../shopify/server/faults");

const shopify = await linkShopify();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
let opened: Shop;
let mug: Product;
let tea: Product;
beforeAll(async () => {
  ({ shop, opened, mug, tea } = await openShop(shopify, "purchases"));
  await addOffer(shop, { products: [{ productId: tea.id, variantIds: [] }], title: "Some tea with it?", shippingMinor: 250 });
});

/** Someone buys the mug; the order's webhooks are on their way and have not arrived. */
function buyMug() {
  const [variant] = mug.variants;
  if (!variant) throw new Error("The mug has no variant");
  const order = shopify.control.placeOrder({ shop, lines: [{ variantId: variant.id, quantity: 1 }] });
  const referenceId = order.checkoutToken ?? "";
  const { token } = buildInputData(shopify.app, { shop: opened, order, referenceId }, "Checkout::PostPurchase::ShouldRender", shopify.clock.now());
  return { order, referenceId, token };
}

async function accept(quantity = 1) {
  const purchase = buyMug();
  const reply = await decide(purchase.token);
  if (!reply.render) throw new Error("Nothing was offered");
  const variant = reply.offer.variants.find(({ title }) => title === "Black");
  if (!variant) throw new Error("The black tea was not offered");
  const signed = await sign(purchase.token, { decisionId: reply.decisionId, offerId: reply.offer.offerId, variantId: variant.variantId, quantity });
  return { ...purchase, ...reply, variant, changeset: signed.body.token ?? "" };
}

const context = (faults = noFaults()) => ({ store: shopify.store, app: shopify.app, faults });
const acceptance = async (decisionId: string) => (await pool.query<Record<string, unknown>>("select * from acceptances where decision_id = $1", [decisionId])).rows[0];
const net = async (decisionId: string) =>
  (await pool.query<{ net: number | null }>("select sum(amount_minor)::bigint as net from ledger_entries where decision_id = $1", [decisionId])).rows[0]?.net;
const mirrored = async (orderId: number) => (await pool.query<{ total_minor: number }>("select total_minor from orders where shop = $1 and id = $2", [shop, orderId])).rows[0];

test("a shopper accepts, is charged what was shown, and the order confirms it", async () => {
  const { order, referenceId, decisionId, changeset, token, offer, variant } = await accept(2);
  expect(variant).toMatchObject({ priceMinor: 450, discountedMinor: 360 });
  const shown = calculateChangeset(context(), opened, referenceId, changeset).calculatedPurchase?.totalOutstandingSet.shopMoney.amount;
  const charged = () => shopify.control.charges({ shop, orderId: order.id }).filter(({ reason }) => reason !== "purchase");

  expect(applyChangeset(context(), opened, referenceId, changeset)).toMatchObject({ status: "processed" });
  expect(applyChangeset(context(), opened, referenceId, changeset)).toMatchObject({ errors: [{ code: "changeset_already_applied" }] });
  await post("outcome", token, { decisionId, outcome: "applied" });
  expect(charged().map(({ amount }) => (amount / 100).toFixed(2))).toEqual([shown]);
  expect(await acceptance(decisionId)).toMatchObject({ state: "applied" });
  expect(await net(decisionId)).toBeNull();

  await shopify.settle();
  const added = findOrderByReference(opened, referenceId)?.lines.find(({ editId }) => editId !== 0);
  expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed", order_id: order.id, line_id: added?.id, amount_minor: 720 });
  expect(await net(decisionId)).toBe(720);
  expect(offer.productTitle).toBe("Tea");
});

test("when it is refunded, the ledger gives it back", async () => {
  const { order, referenceId, decisionId, changeset } = await accept(2);
  applyChangeset(context(), opened, referenceId, changeset);
  await shopify.settle();
  const added = order.lines.find(({ editId }) => editId !== 0);
  if (!added) throw new Error("Nothing was added");
  shopify.control.refundOrder({ shop, orderId: order.id, lines: [{ lineId: added.id, quantity: 1 }] });
  await shopify.settle();
  expect(await net(decisionId)).toBe(360);
});

test("when the order is cancelled, nothing is left of it", async () => {
  const { order, referenceId, decisionId, changeset } = await accept();
  applyChangeset(context(), opened, referenceId, changeset);
  await shopify.settle();
  shopify.control.cancelOrder({ shop, orderId: order.id });
  await shopify.settle();
  expect(await net(decisionId)).toBe(0);
});

test("edited but unpaid: on the order, and no revenue", async () => {
  const { order, referenceId, decisionId, changeset, token } = await accept();
  const faults = noFaults();
  faults.changesets.partiallyProcessed = true;
  expect(applyChangeset(context(faults), opened, referenceId, changeset)).toMatchObject({ status: "partially_processed" });
  await post("outcome", token, { decisionId, outcome: "unpaid", errorCode: "payment_required" });
  await shopify.settle();
  expect(await acceptance(decisionId)).toMatchObject({ state: "unpaid", order_id: order.id });
  expect(await net(decisionId)).toBe(0);
});

test("signed and never applied: the order comes without it", async () => {
  const { order, decisionId } = await accept();
  await shopify.settle();
  expect(await mirrored(order.id)).toBeDefined();
  expect(await acceptance(decisionId)).toMatchObject({ state: "signed", line_id: null, order_id: order.id });
  expect(await net(decisionId)).toBeNull();
});

describe("Shopify's own checks of a changeset", () => {
  test("it belongs to one purchase", async () => {
    const { changeset } = await accept();
    const other = buyMug();
    expect(applyChangeset(context(), opened, other.referenceId, changeset)).toMatchObject({ errors: [{ code: "invalid_request" }] });
  });
});
