import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

// What one click added is asked of Shopify; nothing was.
vi.mock("../../app/shopify/shops/admin-client.server", () => ({ adminGraphql: async () => ({ order: null }) }));

const coupons = vi.hoisted((): { assigned: { code: string; expiresAt: Date } | null; asked: unknown } => ({ assigned: null, asked: null }));
vi.mock("../../app/services/discounts/coupons.server", () => ({
  assignCoupon: async (_shop: string, request: unknown) => {
    coupons.asked = request;
    return coupons.assigned;
  },
}));

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { mirrorOrders, settleOrders } = await import("../../app/services/orders/mirror-orders.server");
const { parseOrderPayload } = await import("../../app/domain/orders/order-payload");
const { minimise } = await import("../../app/domain/inbox/minimise");
const { addOffer, addProduct, changeCatalogue, installShop, relaxCourtesy } = await import("../support/buyers");
const { askBlock, buildQuestion, choose, extensionToken, postBlock, shownBlock } = await import("../support/blocks");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const placements = ["checkout" as const, "thank-you" as const];
let shop: ShopId;
beforeAll(async () => {
  shop = await installShop("claims");
  await addProduct(shop, 201, [{ id: 2011, priceMinor: 500 }]);
  await relaxCourtesy(shop);
  await addOffer(shop, { placements, quantityLimit: 3, products: [{ productId: 200, variantIds: [] }, { productId: 201, variantIds: [] }] });
});

async function shown(of: string = shop, customerId: number | null = null) {
  const token = extensionToken(of, customerId);
  const question = buildQuestion();
  const { decisionId, block } = await shownBlock(token, question);
  return { token, decisionId, block, checkoutToken: question.checkoutToken, body: { decisionId, checkoutToken: question.checkoutToken } };
}

async function chosen(items: { variantId: number; quantity: number }[], of: string = shop) {
  const scene = await shown(of);
  const reply = await choose(scene.token, { ...scene.body, items });
  if (!("kind" in reply) || reply.kind !== "items") throw new Error(JSON.stringify(reply));
  return { ...scene, reply };
}

describe("a choice", () => {
  test("gives lines that carry what proves them, and a checkout with them in it", async () => {
    const { reply, decisionId } = await chosen([{ variantId: 2001, quantity: 2 }, { variantId: 2011, quantity: 1 }]);
    expect(reply.lines).toMatchObject([{ variantId: 2001, quantity: 2, attributes: [{ key: "_encore" }] }, { variantId: 2011, quantity: 1 }]);
    const url = new URL(reply.checkoutUrl);
    expect([url.host, url.pathname]).toEqual([shop, "/cart/2001:2,2011:1"]);
    expect(JSON.parse(Buffer.from(url.searchParams.get("properties") ?? "", "base64url").toString())).toEqual({ _encore: reply.lines[0]?.attributes[0]?.value });
    expect(url.searchParams.get("attributes[_encore]")).toBe(reply.lines[1]?.attributes[0]?.value);
    const { rows } = await pool.query("select variant_id, quantity, unit_before_minor, unit_minor, currency, order_id from offer_claims where shop = $1 and decision_id = $2 order by variant_id", [shop, decisionId]);
    expect(rows).toEqual([
      { variant_id: 2001, quantity: 3, unit_before_minor: 1_000, unit_minor: 800, currency: "GBP", order_id: null },
      { variant_id: 2011, quantity: 3, unit_before_minor: 500, unit_minor: 400, currency: "GBP", order_id: null },
    ]);
  });

  test("is the same however often and at once it is made", async () => {
    const { token, body, decisionId } = await shown();
    const replies = await Promise.all(Array.from({ length: 10 }, () => choose(token, { ...body, items: [{ variantId: 2001, quantity: 1 }] })));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect((await pool.query("select 1 from offer_claims where shop = $1 and decision_id = $2", [shop, decisionId])).rowCount).toBe(1);
  });

  test("proves that the block was seen", async () => {
    const { decisionId } = await chosen([{ variantId: 2001, quantity: 1 }]);
    const { rows } = await pool.query<{ impression_at: Date | null }>("select impression_at from decisions where shop = $1 and id = $2", [shop, decisionId]);
    expect(rows[0]?.impression_at).toBeInstanceOf(Date);
  });

  test.each<[string, { variantId: number; quantity: number }[], string]>([
    ["nothing", [], "notOffered"], ["another variant", [{ variantId: 1001, quantity: 1 }], "notOffered"], ["more than the offer allows", [{ variantId: 2001, quantity: 4 }], "quantity"],
    ["one variant twice", [{ variantId: 2001, quantity: 1 }, { variantId: 2001, quantity: 1 }], "quantity"],
    ["more items than a block has", [1, 2, 3, 4, 5, 6, 7].map((variantId) => ({ variantId, quantity: 1 })), "tooMany"],
  ])("of %s is refused", async (_case, items, refused) => {
    const { token, body } = await shown();
    const response = await postBlock("choice", token, { ...body, items });
    expect([response.status, await response.json()]).toEqual([409, { refused }]);
  });

  test("after a no is refused", async () => {
    const { token, body } = await shown();
    await postBlock("decline", token, body);
    expect(await choose(token, { ...body, items: [{ variantId: 2001, quantity: 1 }] })).toEqual({ refused: "declined" });
  });

  test("after its time is refused", async () => {
    const { token, body, decisionId } = await shown();
    await pool.query("update decisions set expires_at = now() - interval '1 second' where id = $1", [decisionId]);
    expect(await choose(token, { ...body, items: [{ variantId: 2001, quantity: 1 }] })).toEqual({ refused: "expired" });
  });

  test.each<[string, string, string]>([
    ["dearer", "update variants set price_minor = price_minor + 1 where shop = $1 and id = 2001", "changed"], ["sold out", "update variants set inventory_quantity = 0 where shop = $1 and id = 2001", "soldOut"],
    ["hidden", "update products set published_at = null where shop = $1 and id = 200", "soldOut"],
  ])("of what is %s by now is refused", async (what, sql, refused) => {
    const of = await installShop(`choice-${what.replace(" ", "-")}`);
    await addOffer(of, { placements });
    const { token, body } = await shown(of);
    await changeCatalogue(of, sql);
    expect(await choose(token, { ...body, items: [{ variantId: 2001, quantity: 1 }] })).toEqual({ refused });
  });
});

describe("a coupon", () => {
  test("is shown by its terms, given on request, and refused while there is none", async () => {
    const of = await installShop("coupons");
    await addOffer(of, { placements, products: [], discount: { kind: "none" }, strategy: { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: 2_000 } });
    const token = extensionToken(of, 650);
    const question = buildQuestion();
    const reply = await askBlock(token, question);
    expect(reply).toMatchObject({ show: true, block: { kind: "coupon", saving: { kind: "percentage", percent: 10 }, minSubtotal: { minor: 2_000, currency: "GBP", exponent: 2 }, validDays: 30 } });
    expect(JSON.stringify(reply)).not.toContain("ENC-");
    const body = { decisionId: reply.show ? reply.decisionId : "", items: [] };
    expect(await choose(token, body)).toEqual({ refused: "soldOut" });
    coupons.assigned = { code: "ENC-1", expiresAt: new Date("2026-12-24T00:00:00Z") };
    expect(await choose(token, body)).toEqual({ kind: "coupon", code: "ENC-1", expiresAt: "2026-12-24T00:00:00.000Z", shopUrl: `https://${of}/discount/ENC-1` });
    expect(coupons.asked).toMatchObject({ customerKey: "c:650", referenceId: question.checkoutToken, strategy: { kind: "coupon", validDays: 30 } });
    expect(await choose(extensionToken(of, 651), body)).toEqual({ refused: "unknownDecision" });
  });
});

describe("nothing of another's", () => {
  test.each<[string, (own: { decisionId: string; checkoutToken: string | undefined }) => { token: string; body: object }]>([
    ["without the purchase's token", ({ decisionId }) => ({ token: extensionToken(shop), body: { decisionId } })],
    ["with another purchase's token", ({ decisionId }) => ({ token: extensionToken(shop), body: { decisionId, checkoutToken: randomUUID() } })],
    ["as another customer", ({ decisionId }) => ({ token: extensionToken(shop, 99_999), body: { decisionId } })],
    ["of another shop", ({ decisionId, checkoutToken }) => ({ token: extensionToken("blocks-elsewhere.myshopify.com"), body: { decisionId, checkoutToken } })],
  ])("a decision is unknown %s", async (_case, asks) => {
    const own = await shown(shop, 620);
    const { token, body } = asks(own);
    expect(await choose(token, { ...body, items: [{ variantId: 2001, quantity: 1 }] })).toEqual({ refused: "unknownDecision" });
    expect((await postBlock("impression", token, body)).status).toBe(204);
    expect((await postBlock("decline", token, body)).status).toBe(204);
    const { rows } = await pool.query("select impression_at, declined_at from decisions where id = $1", [own.decisionId]);
    expect(rows).toEqual([{ impression_at: null, declined_at: null }]);
  });

  test("the customer whose it is needs no purchase", async () => {
    const { decisionId } = await shown(shop, 621);
    expect(await choose(extensionToken(shop, 621), { decisionId, items: [{ variantId: 2001, quantity: 1 }] })).toMatchObject({ kind: "items" });
  });

  test("an order's id stands for nobody", async () => {
    const of = await installShop("guess");
    await addOffer(of, { placements, rule: { kind: "all", conditions: [{ kind: "customerOrderCount", min: 1 }] } });
    await pool.query(
      `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
       select $1, id, '#1', 'token-' || id, 'c:700', 'GBP', '{}', '{}', 1, 1, now(), now(), now() from generate_series(501, 502) id`, [of]);
    expect(await askBlock(extensionToken(of), buildQuestion({ orderId: 501 }))).toEqual({ show: false });
    expect(await askBlock(extensionToken(of), buildQuestion({ checkoutToken: "token-501" }))).toMatchObject({ show: true });
  });
});

let lastOrder = 90_000;
interface PlacedLine { variantId: number; productId?: number; quantity?: number; price?: string; off?: string; encore?: string }
interface Placed { lines: PlacedLine[]; encore?: string; codes?: string[]; financialStatus?: string; cancelled?: boolean; refund?: { line: number; quantity: number; amount: string }; of?: ShopId; id?: number }

/** An order as Shopify's webhook brings it. */
async function arrives({ lines, encore, codes = [], financialStatus = "paid", cancelled = false, refund, of = shop, id = (lastOrder += 1) }: Placed) {
  const now = new Date().toISOString();
  const payload = {
    id, name: `#${String(id)}`, checkout_token: `checkout-${String(id)}`, currency: "GBP", subtotal_price: "10.00", total_price: "10.00", financial_status: financialStatus, source_name: "web",
    created_at: now, processed_at: now, updated_at: now, cancelled_at: cancelled ? now : null, email: "ada@example.com", discount_codes: codes.map((code) => ({ code })),
    note_attributes: [{ name: "gift", value: "for Ada & Eve" }, ...(encore === undefined ? [] : [{ name: "_encore", value: encore }])],
    line_items: lines.map(({ variantId, productId = 200, quantity = 1, price = "10.00", off = "2.00", encore: mark }, index) => ({
      id: id * 10 + index, product_id: productId, variant_id: variantId, title: "x", quantity, current_quantity: quantity, price, discount_allocations: [{ amount: off }],
      properties: [{ name: "engraving", value: "Ada & Eve" }, ...(mark === undefined ? [] : [{ name: "_encore", value: mark }])],
    })),
    refunds: refund ? [{ id: id * 100, created_at: now, refund_line_items: [{ id: 1, line_item_id: id * 10 + refund.line, quantity: refund.quantity, subtotal: refund.amount }] }] : [],
  };
  const stored = minimise("orders/create", JSON.parse(JSON.stringify(payload)), () => "g:0123456789abcdef0123456789abcdef");
  expect(JSON.stringify(stored)).not.toContain("Ada & Eve");
  await mirrorOrders(of, [{ order: parseOrderPayload(stored), observedAt: new Date() }], new Date());
  return id;
}

const ledger = async (decisionId: string) =>
  (await pool.query<{ kind: string; amount_minor: number }>("select kind, amount_minor from ledger_entries where decision_id = $1 order by recorded_at, id", [decisionId])).rows.map(({ kind, amount_minor: amount }) => [kind, amount]);
const markOf = ({ reply }: Awaited<ReturnType<typeof chosen>>, index = 0) => reply.lines[index]?.attributes[0]?.value ?? "";

describe("traced when its order arrives", () => {
  test("by the line's mark, at what Shopify charged", async () => {
    const choice = await chosen([{ variantId: 2001, quantity: 2 }]);
    const orderId = await arrives({ lines: [{ variantId: 1001, productId: 100, off: "0" }, { variantId: 2001, quantity: 2, off: "4.00", encore: markOf(choice) }] });
    expect(await ledger(choice.decisionId)).toEqual([["accepted", 1_600]]);
    const { rows } = await pool.query("select order_id, line_id, units, amount_minor from offer_claims where decision_id = $1", [choice.decisionId]);
    expect(rows).toEqual([{ order_id: orderId, line_id: orderId * 10 + 1, units: 2, amount_minor: 1_600 }]);
  });

  test("several of one choice, the first by its line and the others by the cart's mark", async () => {
    const choice = await chosen([{ variantId: 2001, quantity: 1 }, { variantId: 2011, quantity: 1 }]);
    await arrives({ lines: [{ variantId: 2001, encore: markOf(choice) }, { variantId: 2011, productId: 201, price: "5.00", off: "1.00" }], encore: markOf(choice, 1) });
    expect((await ledger(choice.decisionId)).sort()).toEqual([["accepted", 400], ["accepted", 800]]);
  });

  test("once, however often the order is told of, and never by a second order", async () => {
    const choice = await chosen([{ variantId: 2001, quantity: 1 }]);
    const lines = [{ variantId: 2001, encore: markOf(choice) }];
    const id = await arrives({ lines });
    await arrives({ lines, id });
    await settleOrders(shop, [id, id], new Date());
    const second = await arrives({ lines });
    expect(await ledger(choice.decisionId)).toEqual([["accepted", 800]]);
    // That the price was given twice is on record, and only where it was.
    await arrives({ lines, id: second });
    await arrives({ lines: lines.map((line) => ({ ...line, off: "0.00" })) });
    expect((await pool.query("select order_id, reused_by from offer_claims where decision_id = $1", [choice.decisionId])).rows).toEqual([{ order_id: id, reused_by: [second] }]);
  });

  test("in no more units than were offered", async () => {
    const choice = await chosen([{ variantId: 2001, quantity: 1 }]);
    await arrives({ lines: [{ variantId: 2001, quantity: 9, off: "6.00", encore: markOf(choice) }] });
    expect(await ledger(choice.decisionId)).toEqual([["accepted", 2_400]]);
  });

  test("by its code, where there is one", async () => {
    const choice = await chosen([{ variantId: 2001, quantity: 1 }]);
    await pool.query("update offer_claims set discount_code = 'ENC-ONCE' where decision_id = $1", [choice.decisionId]);
    await arrives({ lines: [{ variantId: 2001 }], codes: ["ENC-ONCE"] });
    expect(await ledger(choice.decisionId)).toEqual([["accepted", 800]]);
  });

  test.each<[string, (mark: string) => Partial<Placed>]>([
    ["a forged mark", (mark) => ({ lines: [{ variantId: 2001, encore: `${mark.slice(0, -4)}AAAA` }] })],
    ["a mark with more units", (mark) => ({ lines: [{ variantId: 2001, encore: mark.replace(".3.p20.", ".9.p20.") }] })],
    ["another variant's line", (mark) => ({ lines: [{ variantId: 2002, encore: mark }] })],
    ["no mark", () => ({ lines: [{ variantId: 2001 }] })],
  ])("not by %s", async (_case, placed) => {
    const choice = await chosen([{ variantId: 2001, quantity: 1 }]);
    expect(markOf(choice)).toContain(".3.p20.");
    await arrives({ lines: [], ...placed(markOf(choice)) });
    expect(await ledger(choice.decisionId)).toEqual([]);
  });

  test("not in another shop", async () => {
    const other = await installShop("claims-other");
    const choice = await chosen([{ variantId: 2001, quantity: 1 }]);
    await arrives({ lines: [{ variantId: 2001, encore: markOf(choice) }], of: other });
    expect(await ledger(choice.decisionId)).toEqual([]);
    const { rows } = await pool.query("select count(*)::int as count from ledger_entries where shop = $1", [other]);
    expect(rows).toEqual([{ count: 0 }]);
  });

  test.each<[string, Partial<Placed>, [string, number][]]>([
    ["a refund", { refund: { line: 0, quantity: 1, amount: "8.00" } }, [["accepted", 1_600], ["refund", -800]]],
    ["a cancellation", { cancelled: true }, [["accepted", 1_600], ["cancellation", -1_600]]],
    ["a payment that is missing", { financialStatus: "pending" }, [["accepted", 1_600], ["unpaid", -1_600]]],
  ])("net of %s", async (_case, then, entries) => {
    const choice = await chosen([{ variantId: 2001, quantity: 2 }]);
    const lines = [{ variantId: 2001, quantity: 2, off: "4.00", encore: markOf(choice) }];
    const id = await arrives({ lines });
    await arrives({ lines, id, ...then });
    expect(await ledger(choice.decisionId)).toEqual(entries);
  });
});

test("counts on home and in the activity, once a decision, net", async () => {
  const { readFigures } = await import("../../app/data/reports/figures.server");
  const { listActivity } = await import("../../app/data/reports/activity.server");
  const { findDecisionStory } = await import("../../app/data/reports/decision-story.server");
  const of = await installShop("counted");
  await addProduct(of, 201, [{ id: 2011, priceMinor: 500 }]);
  await addOffer(of, { placements, products: [{ productId: 200, variantIds: [] }, { productId: 201, variantIds: [] }] });
  const taken = await chosen([{ variantId: 2001, quantity: 1 }, { variantId: 2011, quantity: 1 }], of);
  const open = await chosen([{ variantId: 2001, quantity: 1 }], of);
  const lines = [{ variantId: 2001, encore: markOf(taken) }, { variantId: 2011, productId: 201, price: "5.00", off: "1.00", encore: markOf(taken, 1) }];
  const id = await arrives({ lines, of });
  await arrives({ lines, of, id, refund: { line: 1, quantity: 1, amount: "4.00" } });
  await pool.query("update decisions set order_id = $2 where shop = $1 and order_id is null", [of, id]);
  const span = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
  expect(await readFigures(of, span, "GBP")).toEqual({ eligible: 1, impressions: 2, acceptances: 1, revenueMinor: 800, waiting: 0 });
  const filter = { span, show: "acceptances" as const, outcome: null, placement: null, offerId: null, reason: null, orderName: "" };
  expect(await listActivity(of, filter, null, 10)).toMatchObject([{ id: taken.decisionId, placement: "thank-you", blockKind: "products", acceptance: "confirmed", amountMinor: 1_200, netMinor: 800 }]);
  expect(await listActivity(of, { ...filter, placement: "thank-you" }, null, 10)).toHaveLength(1);
  expect(await listActivity(of, { ...filter, placement: "checkout" }, null, 10)).toEqual([]);
  expect(await findDecisionStory(of, taken.decisionId)).toMatchObject({ acceptance: { quantity: 2, amountMinor: 1_200, state: "confirmed" }, ledger: [{ kind: "accepted" }, { kind: "accepted" }, { kind: "refund" }] });
  expect(await findDecisionStory(of, open.decisionId)).toMatchObject({ acceptance: null });
});

test.each([["paid", 1], ["pending", 0]])("an order that is deleted when it is %s keeps its place in the counts and earns nothing", async (financialStatus, acceptances) => {
  const { readFigures } = await import("../../app/data/reports/figures.server");
  const { deleteOrder } = await import("../../app/services/ledger/delete-order.server");
  const of = await installShop(`deleted-${financialStatus}`);
  await addOffer(of, { placements });
  const taken = await chosen([{ variantId: 2001, quantity: 1 }], of);
  const id = await arrives({ lines: [{ variantId: 2001, encore: markOf(taken) }], of, financialStatus });
  await pool.query("update decisions set order_id = $2 where shop = $1", [of, id]);
  const span = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
  const before = await readFigures(of, span, "GBP");
  expect(before).toMatchObject({ eligible: 1, impressions: 1, acceptances, revenueMinor: 800 * acceptances });
  await deleteOrder(of, id, new Date());
  expect(await readFigures(of, span, "GBP")).toEqual({ ...before, revenueMinor: 0 });
});

test("a yes leaves the customer in peace from the order on, and what is forgotten leads to nobody", async () => {
  const of = await installShop("peace");
  await addOffer(of, { placements: [...placements, "account"] });
  const choice = await chosen([{ variantId: 2001, quantity: 1 }], of);
  const id = await arrives({ lines: [{ variantId: 2001, encore: markOf(choice) }], of });
  await pool.query("update decisions set customer_key = 'c:630' where shop = $1 and id = $2", [of, choice.decisionId]);
  expect(await askBlock(extensionToken(of, 630), buildQuestion())).toEqual({ show: false });
  const { rows } = await pool.query<{ general: string }>("select reasons->>'general' as general from decisions where shop = $1 and outcome = 'nothing'", [of]);
  expect(rows).toEqual([{ general: "quietAfterAcceptance" }]);

  const { describeCustomerData, forgetDecisions } = await import("../../app/data/decisions/privacy.server");
  await askBlock(extensionToken(of, 630), { ...buildQuestion(), placement: "account", checkoutToken: undefined, lines: [] });
  expect(await describeCustomerData(of, "c:630")).toContainEqual(expect.objectContaining({ claims: [{ variantId: 2001, claimedAt: expect.any(String) as string, orderId: id }] }));
  await forgetDecisions(of, { customerKey: "c:630" });
  const left = await pool.query<{ text: string }>("select to_jsonb(d)::text as text from decisions d where shop = $1", [of]);
  for (const { text } of left.rows) expect(text).not.toContain("c:630");
});
