import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { apiKey, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

interface Edit { lineId: number; variantId: number; quantity: number; app?: string; at?: Date; action?: string }
const shopify = vi.hoisted(() => ({ edits: [] as Edit[], asked: 0 }));
vi.mock("../../app/shopify/shops/admin-client.server", () => ({
  adminGraphql: async () => {
    shopify.asked += 1;
    const edges = shopify.edits.map(({ lineId, variantId, quantity, app = apiKey, at = new Date(), action = "ORDER" }) => ({ cursor: "", node: {
      __typename: "OrderEditAgreement", happenedAt: at.toISOString(), app: { apiKey: app },
      sales: { nodes: [{ actionType: action, quantity, lineItem: { id: `gid://shopify/LineItem/${String(lineId)}`, variant: { id: `gid://shopify/ProductVariant/${String(variantId)}` } } }], pageInfo: { hasNextPage: false, endCursor: null } },
    } }));
    return { order: { agreements: { edges, pageInfo: { hasNextPage: false, endCursor: null } } } };
  },
}));

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { findActivity } = await import("../../app/data/reports/activity.server");
const { deleteOrder } = await import("../../app/services/ledger/delete-order.server");
const { settleOrder } = await import("../../app/services/ledger/settle-order.server");
const { sweepAcceptances } = await import("../../app/services/ledger/sweep-acceptances.server");
const { addOffer, installShop, offered, post, purchaseToken, sign } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

let shop: ShopId;
let orderId = 9_000;
beforeAll(async () => {
  shop = await installShop("settling");
  await addOffer(shop);
});
beforeEach(() => {
  shopify.edits = [];
  shopify.asked = 0;
});

/** A purchase whose offer was accepted and signed, and its order in the mirror with the line 71 added. */
async function accepted({ quantity = 2, withLine = true } = {}) {
  const purchase = await offered(shop);
  await sign(purchase.token, { ...purchase.selection, quantity });
  orderId += 1;
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, financial_status, processed_at, source_at, observed_at)
     values ($1, $2, '#1', $3, 'c:501', 'GBP', '{}', '{}', 2500, 2500, 'paid', now(), now(), now())`, [shop, orderId, purchase.referenceId]);
  await line(orderId, 70, 1001, 1, 2500);
  if (withLine) await line(orderId, 71, 2001, quantity, 799 * quantity);
  return { ...purchase, orderId };
}

async function line(order: number, id: number, variantId: number, quantity: number, totalMinor: number): Promise<void> {
  await pool.query(
    `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
     values ($1, $2, $3, 1, $4, '', $5, $5, 0, $6)`, [shop, order, id, variantId, quantity, totalMinor]);
}

const settle = (id: number) => settleOrder(shop, id, new Date());
const acceptance = async (decisionId: string) => (await pool.query("select * from acceptances where decision_id = $1", [decisionId])).rows[0] as Record<string, unknown>;
const ledger = async (decisionId: string) =>
  (await pool.query<{ kind: string; amount_minor: number }>("select kind, amount_minor from ledger_entries where decision_id = $1 order by recorded_at, id", [decisionId])).rows
    .map(({ kind, amount_minor }) => [kind, amount_minor]);

test("ties the purchase's decisions to its order", async () => {
  const { decisionId, orderId: id } = await accepted();
  await settle(id);
  expect((await pool.query("select order_id from decisions where id = $1", [decisionId])).rows).toEqual([{ order_id: id }]);
});

test("confirms the very line that this app added, at the order's own amount", async () => {
  const { decisionId, orderId: id } = await accepted();
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await settle(id);
  expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed", order_id: id, line_id: 71, amount_minor: 1598 });
  expect(await ledger(decisionId)).toEqual([["accepted", 1598]]);
});

test.each<[string, Edit[]]>([
  ["nothing was added", []],
  ["another app added it", [{ lineId: 71, variantId: 2001, quantity: 2, app: "another-app" }]],
  ["another variant was added", [{ lineId: 71, variantId: 2002, quantity: 2 }]],
  ["another quantity was added", [{ lineId: 71, variantId: 2001, quantity: 1 }]],
  ["it was added long before it was signed", [{ lineId: 71, variantId: 2001, quantity: 2, at: new Date(Date.now() - 3_600_000) }]],
  ["it is a return", [{ lineId: 71, variantId: 2001, quantity: 2, action: "RETURN" }]],
  ["the mirror does not have the line yet", [{ lineId: 99, variantId: 2001, quantity: 2 }]],
])("does not count when %s", async (_case, edits) => {
  const { decisionId, orderId: id } = await accepted();
  shopify.edits = edits;
  await settle(id);
  expect(await acceptance(decisionId)).toMatchObject({ state: "signed", line_id: null });
  expect(await ledger(decisionId)).toEqual([]);
});

test.each([
  ["in prices that include it", true, 266, 1_332],
  ["on top of prices", false, 266, 1_598],
])("tax %s is no added revenue", async (_case, included, taxMinor, net) => {
  const { decisionId, orderId: id } = await accepted();
  await pool.query("update orders set taxes_included = $3 where shop = $1 and id = $2", [shop, id, included]);
  await pool.query("update order_lines set tax_minor = $3 where shop = $1 and order_id = $2 and id = 71", [shop, id, taxMinor]);
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await settle(id);
  expect(await ledger(decisionId)).toEqual([["accepted", 1598]]);
  expect((await findActivity(shop, decisionId))?.netMinor).toBe(net);
});

test("nothing is earned by a test order", async () => {
  const { decisionId, orderId: id } = await accepted();
  await pool.query("update orders set test = true where shop = $1 and id = $2", [shop, id]);
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await settle(id);
  expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed" });
  expect(await ledger(decisionId)).toEqual([]);
  expect((await pool.query("select is_test from decisions where id = $1", [decisionId])).rows).toEqual([{ is_test: true }]);
});

test("a purchase whose test order is there already is known as one", async () => {
  const { referenceId, token } = purchaseToken(shop);
  orderId += 1;
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, currency, gateways, discount_codes, subtotal_minor, total_minor, financial_status, test, processed_at, source_at, observed_at)
     values ($1, $2, '#1', $3, 'GBP', '{}', '{}', 2500, 2500, 'paid', true, now(), now(), now())`, [shop, orderId, referenceId]);
  await post("decision", token);
  expect((await pool.query("select order_id, is_test from decisions where shop = $1 and reference_id = $2", [shop, referenceId])).rows).toEqual([{ order_id: orderId, is_test: true }]);
});

test("a page that reported a failure is overruled by the order", async () => {
  const { token, decisionId, orderId: id } = await accepted();
  await post("outcome", token, { decisionId, outcome: "failed", errorCode: "server_error" });
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await settle(id);
  expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed", error_code: null });
});

test("a page that reported success late does not overrule the order either", async () => {
  const { token, decisionId, orderId: id } = await accepted();
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await pool.query("update orders set financial_status = 'partially_paid' where shop = $1 and id = $2", [shop, id]);
  await settle(id);
  await post("outcome", token, { decisionId, outcome: "applied" });
  expect(await acceptance(decisionId)).toMatchObject({ state: "unpaid" });
});

test("settling again, and ten times at once, adds nothing and asks Shopify no more", async () => {
  const { decisionId, orderId: id } = await accepted();
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
  await Promise.all(Array.from({ length: 10 }, () => settle(id)));
  shopify.asked = 0;
  await settle(id);
  expect(shopify.asked).toBe(0);
  expect(await ledger(decisionId)).toEqual([["accepted", 1598]]);
});

describe("what is given back is netted", () => {
  async function confirmed() {
    const purchase = await accepted();
    shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
    await settle(purchase.orderId);
    return purchase;
  }

  test("a refund of one unit", async () => {
    const { decisionId, orderId: id } = await confirmed();
    await pool.query("insert into refund_lines values ($1, $2, 500, 71, 1, 799, now())", [shop, id]);
    await pool.query("update order_lines set current_quantity = 1 where shop = $1 and order_id = $2 and id = 71", [shop, id]);
    await settle(id);
    await settle(id);
    expect(await ledger(decisionId)).toEqual([["accepted", 1598], ["refund", -799]]);
  });

  test("a cancellation", async () => {
    const { decisionId, orderId: id } = await confirmed();
    await pool.query("update orders set cancelled_at = now() where shop = $1 and id = $2", [shop, id]);
    await settle(id);
    expect(await ledger(decisionId)).toEqual([["accepted", 1598], ["cancellation", -1598]]);
  });

  test("an order that Shopify deletes: what was accepted stays, told by the order's name, and earns nothing", async () => {
    const { decisionId, orderId: id } = await confirmed();
    await deleteOrder(shop, id, new Date());
    await deleteOrder(shop, id, new Date());
    await settle(id);
    expect(await ledger(decisionId)).toEqual([["accepted", 1598], ["deletion", -1598]]);
    expect(await findActivity(shop, decisionId)).toMatchObject({ orderId: id, orderName: "#1", isDeleted: true, acceptance: "confirmed", netMinor: 0 });
  });

  test("an edit that was not paid, until it is", async () => {
    const { decisionId, orderId: id } = await accepted();
    shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
    await pool.query("update orders set financial_status = 'partially_paid' where shop = $1 and id = $2", [shop, id]);
    await settle(id);
    expect(await acceptance(decisionId)).toMatchObject({ state: "unpaid", line_id: 71 });
    expect(await ledger(decisionId)).toEqual([["accepted", 1598], ["unpaid", -1598]]);
    await pool.query("update orders set financial_status = 'paid' where shop = $1 and id = $2", [shop, id]);
    await settle(id);
    expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed" });
    expect(await ledger(decisionId)).toEqual([["accepted", 1598], ["unpaid", -1598], ["reversal", 1598]]);
  });
});

test("two acceptances of one purchase never claim the same line", async () => {
  const { decisionId, orderId: id, referenceId } = await accepted({ quantity: 1 });
  const second = randomUUID();
  await pool.query(
    `insert into decisions select shop, $2::uuid, placement, reference_id, 2, order_id, customer_key, outcome, offer_id, offer_version, facts, reasons, presented, currency, decided_at, expires_at
     from decisions where id = $1`, [decisionId, second]);
  await pool.query("insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, updated_at) values ($1, $2, 2001, 1, gen_random_uuid(), now(), '[]', 800, 'signed', now())", [shop, second]);
  shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 1 }];
  await settle(id);
  const lines = (await pool.query("select a.line_id from acceptances a join decisions d on d.id = a.decision_id where d.reference_id = $1 and a.line_id is not null", [referenceId])).rows;
  expect(lines).toEqual([{ line_id: 71 }]);
});

test("an order that the mirror does not hold is left alone", async () => {
  await expect(settle(1)).resolves.toBeUndefined();
  expect(shopify.asked).toBe(0);
});

describe("the sweep", () => {
  test("gives up what never came to be on its order, after an hour, and not before", async () => {
    const { decisionId, orderId: id } = await accepted();
    await settle(id);
    await sweepAcceptances(new Date(Date.now() + 59 * 60_000));
    expect(await acceptance(decisionId)).toMatchObject({ state: "signed" });
    await sweepAcceptances(new Date(Date.now() + 61 * 60_000));
    expect(await acceptance(decisionId)).toMatchObject({ state: "failed", error_code: "not_applied" });
  });

  test("believes no page that says it was applied", async () => {
    const { token, decisionId, orderId: id } = await accepted();
    await post("outcome", token, { decisionId, outcome: "applied" });
    await settle(id);
    await sweepAcceptances(new Date(Date.now() + 61 * 60_000));
    expect(await acceptance(decisionId)).toMatchObject({ state: "failed", error_code: "not_applied" });
  });

  test("leaves alone what has no order yet", async () => {
    const { token, selection, decisionId } = await offered(shop);
    await sign(token, selection);
    await sweepAcceptances(new Date(Date.now() + 61 * 60_000));
    expect(await acceptance(decisionId)).toMatchObject({ state: "signed" });
  });

  test("what turns up after all is confirmed all the same", async () => {
    const { decisionId, orderId: id } = await accepted();
    await settle(id);
    await sweepAcceptances(new Date(Date.now() + 61 * 60_000));
    shopify.edits = [{ lineId: 71, variantId: 2001, quantity: 2 }];
    await settle(id);
    expect(await acceptance(decisionId)).toMatchObject({ state: "confirmed" });
  });
});
