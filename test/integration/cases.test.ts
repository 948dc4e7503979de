import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Order, Product } from "../shopify/store/model";
import { payloadOf } from "../shopify/webhooks/payloads/payload-of";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { readCourtesyHistory } = await import("../../app/data/courtesy/history.server");
const { storeEvents } = await import("../../app/data/inbox/inbox.server");
const { minimise } = await import("../../app/domain/inbox/minimise");
const { reconcile } = await import("../../app/services/sync/reconciliation.server");
const { startBackfill } = await import("../../app/services/sync/start-backfill.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let tea: Product;
let customerId: number;
beforeAll(async () => {
  ({ shop, tea } = await openShop(shopify, "cases"));
  customerId = shopify.control.createCustomer({ shop, customer: { email: "sorry@example.com" } }).id;
});

async function placed(): Promise<Order> {
  const order = shopify.control.placeOrder({ shop, customerId, email: "sorry@example.com", lines: [{ variantId: tea.variants[1]?.id ?? 0, quantity: 1 }] });
  await shopify.settle();
  return order;
}

/** The cases of one order, as kinds with whether they are open. */
async function cases(order: Order): Promise<string[]> {
  const { rows } = await pool.query<{ kind: string; open: boolean }>(
    "select kind, closed_at is null as open from service_cases where shop = $1 and order_id = $2 order by kind, id", [shop, order.id],
  );
  return rows.map(({ kind, open }) => `${kind} ${open ? "open" : "closed"}`);
}

describe("a return", () => {
  test.each([
    ["asked for", [], "open"], ["approved", ["approve"], "open"], ["declined", ["decline"], "closed"], ["cancelled", ["approve", "cancel"], "closed"],
    ["closed", ["approve", "close"], "closed"], ["opened again", ["approve", "close", "reopen"], "open"],
  ] as const)("that was %s", async (_case, steps, state) => {
    const order = await placed();
    const made = shopify.control.requestReturn({ shop, orderId: order.id });
    await shopify.settle();
    for (const step of steps) {
      shopify.control.changeReturn({ shop, orderId: order.id, returnId: made.id, step });
      await shopify.settle();
    }
    expect(await cases(order)).toEqual([`return ${state}`]);
  });

  test("is known to courtesy with the times that Shopify gives", async () => {
    const other = shopify.control.createCustomer({ shop, customer: { email: "once@example.com" } });
    const order = shopify.control.placeOrder({ shop, customerId: other.id, email: "once@example.com", lines: [{ variantId: tea.variants[1]?.id ?? 0, quantity: 1 }] });
    const made = shopify.control.requestReturn({ shop, orderId: order.id });
    await shopify.settle();
    const known = () => readCourtesyHistory(shop, { customerKey: `c:${String(other.id)}`, referenceId: "now", since: new Date(0), liveOfferIds: [] });
    const openedAt = new Date(Math.floor(made.createdAt / 1_000) * 1_000);
    expect((await known()).cases).toEqual([{ kind: "return", openedAt, closedAt: null }]);
    shopify.control.changeReturn({ shop, orderId: order.id, returnId: made.id, step: "approve" });
    const closed = shopify.control.changeReturn({ shop, orderId: order.id, returnId: made.id, step: "close" });
    await shopify.settle();
    expect((await known()).cases).toEqual([{ kind: "return", openedAt, closedAt: new Date(Math.floor((closed.closedAt ?? 0) / 1_000) * 1_000) }]);
  });
});

describe("a dispute", () => {
  test.each([["UNDER_REVIEW", "open"], ["WON", "closed"], ["LOST", "closed"], ["ACCEPTED", "closed"]] as const)("that is %s is %s", async (status, state) => {
    const order = await placed();
    const dispute = shopify.control.openDispute({ shop, orderId: order.id });
    await shopify.settle();
    expect(await cases(order)).toEqual(["dispute open"]);
    shopify.control.changeDispute({ shop, orderId: order.id, disputeId: dispute.id, status });
    await shopify.settle();
    expect(await cases(order)).toEqual([`dispute ${state}`]);
  });

  test("stays closed when an older event comes late, and again", async () => {
    const order = await placed();
    const dispute = shopify.control.openDispute({ shop, orderId: order.id });
    const at = (minutes: number) => new Date(dispute.initiatedAt + minutes * 60_000);
    const event = async (eventId: string, topic: string, minutes: number) => {
      const payload = payloadOf({ shop: shopify.store.getShop(shop), topic, resourceId: dispute.id, detail: { orderId: order.id }, subscriptions: [], at: 0 }, "");
      return { shop, topic, eventId, webhookId: eventId, triggeredAt: at(minutes), receivedAt: new Date(), payload: minimise(topic, payload, () => "g:") };
    };
    const early = await event("early", "disputes/create", 1);
    await shopify.settle();
    shopify.control.changeDispute({ shop, orderId: order.id, disputeId: dispute.id, status: "WON" });
    const late = await event("late", "disputes/update", 60);
    for (const one of [late, early, { ...late, eventId: "late again" }, { ...early, eventId: "early again" }]) {
      await storeEvents([one]);
      await shopify.settle();
      expect(await cases(order)).toEqual(["dispute closed"]);
    }
  });
});

test("what webhooks missed is found by the next reconciliation, and by an import", async () => {
  const [asked, closed, disputed, decided] = [await placed(), await placed(), await placed(), await placed()];
  const toClose = shopify.control.requestReturn({ shop, orderId: closed.id });
  shopify.control.changeReturn({ shop, orderId: closed.id, returnId: toClose.id, step: "approve" });
  const toDecide = shopify.control.openDispute({ shop, orderId: decided.id });
  await shopify.settle();
  shopify.faults.webhooks.lossShare = 1;
  shopify.control.requestReturn({ shop, orderId: asked.id });
  shopify.control.changeReturn({ shop, orderId: closed.id, returnId: toClose.id, step: "close" });
  shopify.control.openDispute({ shop, orderId: disputed.id });
  shopify.control.changeDispute({ shop, orderId: decided.id, disputeId: toDecide.id, status: "LOST" });
  await shopify.settle();
  shopify.faults.webhooks.lossShare = 0;
  expect([await cases(asked), await cases(closed), await cases(disputed), await cases(decided)]).toEqual([[], ["return open"], [], ["dispute open"]]);
  const found = [["return open"], ["return closed"], ["dispute open"], ["dispute closed"]];
  await reconcile(shop, new Date());
  expect([await cases(asked), await cases(closed), await cases(disputed), await cases(decided)]).toEqual(found);

  await pool.query("delete from service_cases where shop = $1", [shop]);
  await startBackfill(shop, "orders", new Date());
  await shopify.settle();
  expect([await cases(asked), await cases(disputed), await cases(decided)]).toEqual([found[0], found[2], found[3]]);
});

test.each([["has not given the permission", false], ["is denied what it has given the permission for", true]])("a shop that %s is reconciled all the same", async (_case, isRecorded) => {
  shopify.control.changeScopes({ shop, scopes: ["read_orders", "read_all_orders", "read_products", "read_inventory", "read_customers"] });
  await shopify.settle();
  if (isRecorded) await pool.query("update shops set scopes = scopes || '{read_returns,read_shopify_payments_disputes}' where shop = $1", [shop]);
  const order = shopify.control.placeOrder({ shop, lines: [{ variantId: tea.variants[1]?.id ?? 0, quantity: 1 }] });
  await reconcile(shop, new Date());
  await startBackfill(shop, "orders", new Date());
  await shopify.settle();
  expect((await pool.query("select from orders where shop = $1 and id = $2", [shop, order.id])).rowCount).toBe(1);
  expect((await pool.query("select from sync_runs where shop = $1 and status = 'failed'", [shop])).rowCount).toBe(0);
});
