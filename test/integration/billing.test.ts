import { randomUUID } from "node:crypto";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { issueSessionToken } from "../shopify/tokens/issue-tokens";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool } = await import("../../app/data/database.server");
const { readAccount } = await import("../../app/data/billing/account.server");
const { addCharge, listCharges } = await import("../../app/data/billing/charges.server");
const { listDueLines } = await import("../../app/data/billing/lines.server");
const { findOpenPeriod, listPeriods } = await import("../../app/data/billing/periods.server");
const { closeSnapshots, getSnapshot } = await import("../../app/data/decisions/snapshot.server");
const { appendEntries } = await import("../../app/data/ledger/ledger.server");
const { billUsage } = await import("../../app/services/billing/bill-usage.server");
const { changeCap, choosePlan } = await import("../../app/services/billing/choose-plan.server");
const { reviewPause } = await import("../../app/services/billing/review-pause.server");
const { syncBilling } = await import("../../app/services/billing/sync-billing.server");
const { requireStaff } = await import("../../app/shopify/shops/staff-access.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");
const { recordUsage } = await import("../shopify/store/billing");

const shopify = await linkShopify();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

// Session tokens are checked by the machine's own clock.
afterEach(() => { shopify.clock.set(Date.now()); });

const dayMs = 86_400_000;
const at = (days: number) => new Date(shopify.clock.now() + days * dayMs);
const now = () => at(0);

async function staffOf(shop: ShopId, userId?: number) {
  const opened = shopify.store.getShop(shop);
  const token = issueSessionToken(shopify.app, opened, Date.now(), userId);
  const request = new Request("http://localhost:4101/app/billing", { headers: { authorization: `Bearer ${token}`, "user-agent": "Mozilla/5.0 Chrome/153.0.0.0" } });
  const { staff } = await requireStaff(request);
  if (!staff) throw new Error("Shopify did not say who the member of staff is");
  return staff;
}

const newest = (shop: ShopId) => shopify.control.subscriptions({ shop }).at(-1);
const records = (shop: ShopId) => shopify.control.subscriptions({ shop }).flatMap(({ lines }) => lines.flatMap((line) => line.records.map(({ amount }) => amount)));
/** What the merchant answers to what was proposed last, and what follows. */
async function answer(shop: ShopId, approve: boolean) {
  shopify.control.answerCharge({ shop, id: newest(shop)?.id ?? 0, approve });
  await shopify.settle();
}

/** A shop on the usage plan whose trial is used up, with an order of two mugs (25.00, VAT 4.17 in it) for each sale. */
async function onUsage(handle: string, cap = "50") {
  const opened = await openShop(shopify, handle);
  await pool.query("insert into billing_accounts (shop, trial_started_at) values ($1, $2)", [opened.shop, at(-40)]);
  await choosePlan(await staffOf(opened.shop), { plan: "usage", cap }, now());
  await answer(opened.shop, true);
  return opened;
}

type Opened = Awaited<ReturnType<typeof openShop>>;

/** An order with a line that an offer added: what settling would have recorded of it. */
async function sell({ shop, mug }: Opened, quantity = 2) {
  const variantId = mug.variants[0]?.id ?? 0;
  shopify.control.setInventory({ shop, variantId, available: 1_000 });
  const order = shopify.control.placeOrder({ shop, lines: [{ variantId, quantity }] });
  await shopify.settle();
  const [line] = order.lines;
  const decisionId = randomUUID();
  const record = (kind: "accepted" | "refund", amountMinor: number, when = now()) => inTransaction((client) => appendEntries(shop, order.id, [{
    sourceKey: `${kind === "accepted" ? kind : `refund:${randomUUID()}:1`}:${decisionId}`, decisionId, lineId: line?.id ?? 0, kind, amountMinor, taxMinor: 0, currency: "GBP", happenedAt: when,
  }], when, client));
  await record("accepted", 1_250 * quantity);
  return { order, record };
}

describe("choosing", () => {
  test("a plan begins when the merchant agrees at Shopify, with its trial, and not before", async () => {
    const { shop } = await openShop(shopify, "choosing");
    const chosen = await choosePlan(await staffOf(shop), { plan: "flat" }, now());
    expect(chosen).toEqual({ confirmationUrl: expect.stringContaining("/charges/") as unknown });
    expect(newest(shop)).toMatchObject({ test: false, trialDays: 14, currency: "GBP", returnUrl: expect.stringMatching(/^https:\/\/admin\.shopify\.com\/store\/choosing\/apps\/.+\/app\/billing\/return$/) as unknown });
    await syncBilling(shop, now());
    expect(await readAccount(shop)).toMatchObject({ plan: "free", status: "none" });
    await answer(shop, true);
    expect(await readAccount(shop)).toMatchObject({ plan: "flat", status: "active" });
    expect(await choosePlan(await staffOf(shop), { plan: "flat" }, now())).toEqual({ error: { code: "noChange" } });
  });

  test("a declined plan changes nothing, and the trial is still to be had", async () => {
    const { shop } = await openShop(shopify, "declining");
    await choosePlan(await staffOf(shop), { plan: "usage", cap: "20" }, now());
    await answer(shop, false);
    expect(await readAccount(shop)).toMatchObject({ plan: "free", status: "none", trialStartedAt: null });
  });

  test("moving up, down and back leaves one plan in force and gives no second trial", async () => {
    const { shop } = await openShop(shopify, "moving");
    await choosePlan(await staffOf(shop), { plan: "flat" }, now());
    await answer(shop, true);
    await choosePlan(await staffOf(shop), { plan: "usage", cap: "20" }, at(3));
    expect(newest(shop)).toMatchObject({ trialDays: 11, lines: [{ kind: "usage", amount: 2_000 }] });
    await answer(shop, true);
    expect(await readAccount(shop)).toMatchObject({ plan: "usage", capMinor: 2_000 });
    expect(shopify.control.subscriptions({ shop }).map(({ status }) => status)).toEqual(["CANCELLED", "ACTIVE"]);
    expect(await choosePlan(await staffOf(shop), { plan: "free" }, at(20))).toEqual({ done: true });
    expect(await readAccount(shop)).toMatchObject({ plan: "free", subscriptionId: null });
    expect(newest(shop)).toMatchObject({ status: "CANCELLED", prorated: true });
    await choosePlan(await staffOf(shop), { plan: "flat" }, at(20));
    expect(newest(shop)).toMatchObject({ trialDays: 0 });
  });

  test("a development store is charged in tests alone", async () => {
    const { shop } = await openShop(shopify, "developing", { isDevelopment: true });
    await choosePlan(await staffOf(shop), { plan: "flat" }, now());
    expect(newest(shop)).toMatchObject({ test: true });
    await answer(shop, true);
    expect(await readAccount(shop)).toMatchObject({ plan: "flat", isTest: true });
  });

  test("staff whom Shopify does not let manage charges are told so", async () => {
    const { shop } = await openShop(shopify, "unpermitted");
    const sam = shopify.control.addStaff({ shop, firstName: "Sam", collaborator: false, scopes: ["read_orders"], mayBill: false });
    const staff = await staffOf(shop, sam.id);
    expect(staff).toMatchObject({ isOwner: false, scopes: ["read_orders"] });
    expect(await choosePlan(staff, { plan: "flat" }, now())).toEqual({ error: { code: "notAllowed" } });
    expect(newest(shop)).toBeUndefined();
  });

  test("where the shop sells in another currency than it pays Shopify in, only the flat plan is to be had, in that currency or dollars", async () => {
    const { shop } = await openShop(shopify, "abroad", { currency: "BRL", billingCurrency: "BRL" });
    await choosePlan(await staffOf(shop), { plan: "flat" }, now());
    expect(newest(shop)).toMatchObject({ currency: "USD" });
    const other = await openShop(shopify, "converting", { currency: "PLN", billingCurrency: "USD" });
    expect(await choosePlan(await staffOf(other.shop), { plan: "usage", cap: "20" }, now())).toEqual({ error: { code: "otherCurrency" } });
  });

  test.each(["", "0", "-5", "abc"])("%j is no cap", async (cap) => {
    const shop = (await pool.query<{ shop: ShopId }>("select shop from shops where shop = 'choosing.myshopify.com'")).rows[0]?.shop;
    if (!shop) throw new Error("The shop of the first test is gone");
    expect(await choosePlan(await staffOf(shop), { plan: "usage", cap }, now())).toEqual({ error: { code: "badCap" } });
  });
});

describe("charging", () => {
  test("charges a share of what was kept, without tax, once, and says it line by line", async () => {
    const opened = await onUsage("charging");
    const { order } = await sell(opened, 4);
    await billUsage(opened.shop, now());
    await billUsage(opened.shop, now());
    // 50.00 with 8.33 VAT in it: 2 % of 41.67.
    const period = await findOpenPeriod(opened.shop);
    expect(period).toMatchObject({ netMinor: 4_167, feeMinor: 83, chargedMinor: 0 });
    await sell(opened, 2);
    await billUsage(opened.shop, now());
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([125]);
    const lines = await listDueLines(opened.shop, period?.id ?? "", null, 10);
    expect(lines).toMatchObject([{ grossMinor: 2_500, taxMinor: 417, netMinor: 2_083, feeMinor: 42 }, { orderName: order.name, grossMinor: 5_000, taxMinor: 833, refundMinor: 0, netMinor: 4_167, feeMinor: 83 }]);
  });

  test("a refund after the charge is credited: it comes off what follows, over the end of the period too", async () => {
    const opened = await onUsage("crediting");
    const { record } = await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
    await record("refund", -5_000);
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
    expect(await findOpenPeriod(opened.shop)).toMatchObject({ netMinor: 4_166, feeMinor: 83, chargedMinor: 166 });
    shopify.clock.advance(31 * dayMs);
    await billUsage(opened.shop, now());
    expect((await listPeriods(opened.shop)).map(({ closedAt, creditInMinor }) => [closedAt !== null, creditInMinor])).toEqual([[false, 83], [true, 0]]);
    await sell(opened, 12);
    await billUsage(opened.shop, now());
    // 150.00 with 25.00 VAT: 2.50, less the credit of 0.83.
    expect(records(opened.shop)).toEqual([166, 167]);
  });

  test("an order that Shopify deletes after the charge is credited in full, and one deleted before it costs nothing", async () => {
    const opened = await onUsage("deleting");
    const { order } = await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
    const { order: early } = await sell(opened, 4);
    for (const { id } of [order, early]) shopify.control.deleteOrder({ shop: opened.shop, orderId: id });
    await shopify.settle();
    await billUsage(opened.shop, now());
    expect(await findOpenPeriod(opened.shop)).toMatchObject({ netMinor: 0, feeMinor: 0, chargedMinor: 166 });
    expect(records(opened.shop)).toEqual([166]);
  });

  test("on trial nothing is counted, and a refund of it later gives nothing back", async () => {
    const opened = await openShop(shopify, "trying");
    await choosePlan(await staffOf(opened.shop), { plan: "usage", cap: "50" }, now());
    await answer(opened.shop, true);
    const { record } = await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(await findOpenPeriod(opened.shop)).toBeNull();
    shopify.clock.advance(15 * dayMs);
    await record("refund", -10_000);
    await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(await findOpenPeriod(opened.shop)).toMatchObject({ netMinor: 8_333, feeMinor: 166 });
    expect(records(opened.shop)).toEqual([166]);
  });

  test("two runs at once, and a reply that was lost, charge once", async () => {
    const opened = await onUsage("once");
    await sell(opened, 8);
    await Promise.all([billUsage(opened.shop, now()), billUsage(opened.shop, now()), billUsage(opened.shop, now())]);
    expect(records(opened.shop)).toEqual([166]);
    const [period, account] = [await findOpenPeriod(opened.shop), await readAccount(opened.shop)];
    const lost = await inTransaction((client) => addCharge(opened.shop, { periodId: period?.id ?? "", lineItemId: account.lineItemId ?? "", amountMinor: 40, currency: "GBP", madeAt: now() }, client));
    recordUsage(shopify.store, { shop: opened.shop, id: newest(opened.shop)?.id ?? 0, index: 0, amount: 40, description: "", idempotencyKey: lost.id });
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166, 40]);
    expect((await listCharges(opened.shop, period?.id ?? "")).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  test("a charge that Shopify refuses is taken back", async () => {
    const opened = await onUsage("refused", "1");
    await sell(opened, 4);
    await billUsage(opened.shop, now());
    const [period, account] = [await findOpenPeriod(opened.shop), await readAccount(opened.shop)];
    await inTransaction((client) => addCharge(opened.shop, { periodId: period?.id ?? "", lineItemId: account.lineItemId ?? "", amountMinor: 500, currency: "GBP", madeAt: now() }, client));
    await billUsage(opened.shop, now());
    expect((await listCharges(opened.shop, period?.id ?? ""))).toMatchObject([{ state: "refused", error: "Total price exceeds balance remaining" }]);
    expect(await findOpenPeriod(opened.shop)).toMatchObject({ chargedMinor: 0 });
  });

  test("never above the cap: new offers pause until the merchant agrees to a higher one, which is then charged", async () => {
    const opened = await onUsage("capped", "1");
    await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([100]);
    expect((await getSnapshot(opened.shop, now()))?.paused).toBe("capReached");
    expect(await changeCap(await staffOf(opened.shop), "10")).toHaveProperty("confirmationUrl");
    await answer(opened.shop, true);
    await billUsage(opened.shop, at(29.9));
    expect(records(opened.shop)).toEqual([100, 66]);
    expect(await readAccount(opened.shop)).toMatchObject({ capMinor: 1_000, paused: null });
  });

  test("what is left above the cap when the period ends is never charged", async () => {
    const opened = await onUsage("waiving", "1");
    await sell(opened, 8);
    await billUsage(opened.shop, now());
    shopify.clock.advance(31 * dayMs);
    await billUsage(opened.shop, now());
    expect(await listPeriods(opened.shop)).toMatchObject([{ creditInMinor: 0, feeMinor: 0 }, { waivedMinor: 66, chargedMinor: 100 }]);
    expect((await readAccount(opened.shop)).paused).toBeNull();
  });

  test("a sale whose tax is not known waits, and its order is read again", async () => {
    const opened = await onUsage("untold");
    const { order } = await sell(opened, 8);
    await pool.query("update order_lines set tax_minor = null where shop = $1 and order_id = $2", [opened.shop, order.id]);
    await billUsage(opened.shop, now());
    expect(await findOpenPeriod(opened.shop)).toMatchObject({ netMinor: 0 });
    await shopify.settle();
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
  });

  test("frozen: nothing is charged, the Free plan's limit holds; thawed: it goes on", async () => {
    const opened = await onUsage("freezing");
    await sell(opened, 8);
    shopify.control.freezeSubscription({ shop: opened.shop, frozen: true });
    await shopify.settle();
    await billUsage(opened.shop, now());
    expect(await readAccount(opened.shop)).toMatchObject({ plan: "usage", status: "frozen" });
    expect(records(opened.shop)).toEqual([]);
    shopify.control.freezeSubscription({ shop: opened.shop, frozen: false });
    await shopify.settle();
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
  });

  test("who leaves the plan is charged what is due, and nothing after", async () => {
    const opened = await onUsage("leaving");
    await sell(opened, 8);
    await choosePlan(await staffOf(opened.shop), { plan: "free" }, now());
    await sell(opened, 8);
    await billUsage(opened.shop, now());
    expect(records(opened.shop)).toEqual([166]);
    expect(await findOpenPeriod(opened.shop)).toBeNull();
  });

  test("uninstalling ends the plan; who installs again begins on Free", async () => {
    const opened = await onUsage("returning");
    shopify.control.uninstall({ shop: opened.shop });
    await shopify.settle();
    shopify.control.install({ shop: opened.shop });
    await shopify.visit(opened.shop);
    await shopify.settle();
    await syncBilling(opened.shop, now());
    expect(await readAccount(opened.shop)).toMatchObject({ plan: "free", subscriptionId: null });
  });
});

test("past the Free plan's limit no new offer is shown, until the month is over or a plan is chosen", async () => {
  const { shop } = await openShop(shopify, "limited");
  const entries = Array.from({ length: 50 }, (_, index) => ({ sourceKey: `accepted:${randomUUID()}`, decisionId: randomUUID(), lineId: index, kind: "accepted" as const, amountMinor: 100, taxMinor: 0, currency: "GBP", happenedAt: now() }));
  await inTransaction((client) => appendEntries(shop, 1, entries.slice(1), now(), client));
  await reviewPause(shop, now());
  expect((await getSnapshot(shop, now()))?.paused ?? null).toBeNull();
  await inTransaction((client) => appendEntries(shop, 1, entries.slice(0, 1), now(), client));
  await reviewPause(shop, now());
  await expect.poll(async () => (await getSnapshot(shop, now()))?.paused).toBe("planLimit");
  await reviewPause(shop, at(32));
  await expect.poll(async () => (await getSnapshot(shop, now()))?.paused ?? null).toBeNull();
});
