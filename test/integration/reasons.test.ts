import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { textsIn } from "../../app/i18n/translator.server";
import { freshDatabase } from "../support/database";
import { buildFacts } from "../support/domain-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { readActivity, readDecision } = await import("../../app/services/reports/activity.server");
const { explainOrder } = await import("../../app/services/reports/explain-order.server");
const { readReasonCounts } = await import("../../app/services/reports/reason-counts.server");
const { emptyReasons } = await import("../../app/services/decisions/empty-reasons.server");
const { installShop } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");

const now = new Date("2026-11-21T12:00:00Z");
const offerId = randomUUID();
const candidate = (code: string) => ({ offerId, offerVersion: 1, code });
const rule = { ...candidate("ruleNotMet"), path: "0", kind: "product" };

let shop: ShopId;
let other: ShopId;
beforeAll(async () => {
  shop = await installShop("reasons");
  other = await installShop("elsewhere");
  await pool.query("update shops set installed_at = '2026-01-01'");
});
afterAll(closeDatabase);

async function decided(of: ShopId, orderId: number, at: Date, reasons: { general: string | null; candidates: object[] }, outcome = "nothing"): Promise<string> {
  const id = randomUUID();
  await addPastOrder(of, { id: orderId, at });
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, order_id, customer_key, outcome, facts, reasons, currency, decided_at, expires_at)
     values ($1, $2, 'post-purchase', $3, 1, $4, 'c:1', $5, $6, $7, 'GBP', $8, $8)`,
    [of, id, `ref-${id}`, orderId, outcome, JSON.stringify(buildFacts()), JSON.stringify(reasons), at]);
  return id;
}

test("counts each order of a period once, by the reason that decided, and lists what it counted", async () => {
  const at = new Date("2026-11-20T12:00:00Z");
  await decided(shop, 1, at, { general: "holdOut", candidates: [] });
  await decided(shop, 2, at, { general: null, candidates: [rule, candidate("lowerPriority")] });
  await decided(shop, 3, at, { general: null, candidates: [rule] });
  await decided(shop, 4, at, { general: null, candidates: [rule, candidate("chosen")] }, "offered");
  await decided(other, 5, at, { general: "noOffers", candidates: [] });
  expect(await readReasonCounts(shop, "last7", now)).toEqual({
    orders: 4, reasons: [{ reason: "ruleNotMet", orders: 2 }, { reason: "chosen", orders: 1 }, { reason: "holdOut", orders: 1 }],
  });
  const { rows } = await readActivity(shop, { period: "last7", show: "eligible", outcome: null, offerId: null, reason: "ruleNotMet", orderName: "", after: null }, now);
  expect(rows.map(({ orderName }) => orderName).sort()).toEqual(["#2", "#3"]);
});

test("after 90 days the details are emptied and the counts stay", async () => {
  const old = await decided(shop, 11, new Date("2026-08-20T12:00:00Z"), { general: null, candidates: [rule] });
  const kept = await decided(shop, 12, new Date("2026-08-25T12:00:00Z"), { general: null, candidates: [rule] });
  const before = await readReasonCounts(shop, "last90", new Date("2026-09-10T12:00:00Z"));
  await emptyReasons(now);
  await emptyReasons(now);
  expect((await readDecision(textsIn("en").t, shop, old))?.row.reasons).toEqual({ general: null, candidates: [], main: "ruleNotMet" });
  expect((await readDecision(textsIn("en").t, shop, old))?.story.facts).toMatchObject({ customerKey: null, lines: [], priorOrders: null });
  expect((await readDecision(textsIn("en").t, shop, kept))?.row.reasons.candidates).toHaveLength(1);
  expect(await readReasonCounts(shop, "last90", new Date("2026-09-10T12:00:00Z"))).toEqual(before);
});

test("says why an order was never asked about, and nothing of another shop's", async () => {
  const at = new Date("2026-11-19T12:00:00Z");
  await addPastOrder(shop, { id: 21, at, gateways: ["paypal"] });
  await addPastOrder(shop, { id: 22, at: new Date("2025-12-01T12:00:00Z") });
  await addPastOrder(shop, { id: 23, at });
  expect(await explainOrder(shop, "21")).toMatchObject({ order: "#21", reason: "wallet" });
  expect(await explainOrder(shop, "#22")).toMatchObject({ order: "#22", reason: "beforeInstallation" });
  expect(await explainOrder(shop, "23")).toMatchObject({ order: "#23", reason: "pageSkipped" });
  expect(await explainOrder(shop, "1")).toMatchObject({ order: "#1", reason: null });
  expect(await explainOrder(shop, " ")).toBeNull();
  expect(await explainOrder(other, "21")).toEqual({ order: "21", orderId: null, reason: "notArrived" });
});
