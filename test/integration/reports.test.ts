import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { textsIn } from "../../app/i18n/translator.server";
import { freshDatabase } from "../support/database";
import { buildContent, buildFacts } from "../support/domain-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { countReasons } = await import("../../app/data/reports/reason-counts.server");
const { rollUp } = await import("../../app/data/reports/roll-up.server");
const { readFigures, readSeries } = await import("../../app/data/reports/figures.server");
const { readActivity, readDecision } = await import("../../app/services/reports/activity.server");
const { readOrderStory } = await import("../../app/services/reports/order-story.server");
const { exportActivity } = await import("../../app/services/reports/export-activity.server");
const { readTrials } = await import("../../app/data/decisions/trials.server");
const { countAccepted } = await import("../../app/data/billing/allowance.server");
const { readOfferFigures } = await import("../../app/data/offers/offer-figures.server");
const { sumKept } = await import("../../app/data/reports/further-figures.server");
const { readHome } = await import("../../app/services/reports/home.server");
const { createOffer } = await import("../../app/services/offers/save-offer.server");
const { installShop } = await import("../support/buyers");

const now = new Date("2026-11-21T12:00:00Z");
const month = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") };
const everything = { period: null, show: null, outcome: null, offerId: null, orderName: "", after: null };

let shop: ShopId;
let offerId: string;
beforeAll(async () => {
  shop = await installShop("reports");
  const rule = { kind: "all" as const, conditions: [{ kind: "product" as const, match: "any" as const, productIds: [100] }] };
  offerId = await createOffer(shop, buildContent({ name: "Candles", rule }), null, now);
  await history(shop, offerId);
});
afterAll(closeDatabase);

interface Told {
  at: string;
  /** False while the order has not arrived. */
  arrived?: boolean;
  offered?: boolean;
  isTest?: boolean;
  seen?: boolean;
  declined?: boolean;
  acceptance?: "signed" | "failed" | "confirmed";
  ledger?: Array<[kind: string, amountMinor: number]>;
}

let orders = 1000;
async function tell(of: ShopId, offer: string, told: Told): Promise<string> {
  const id = randomUUID();
  const orderId = (orders += 1);
  const { at, arrived = true, isTest = false, offered = true, seen = offered, declined = false, acceptance, ledger = [] } = told;
  const reasons = { general: null, candidates: [{ offerId: offer, offerVersion: 1, ...(offered ? { code: "chosen" } : { code: "ruleNotMet", path: "0", kind: "product" }) }] };
  if (arrived) {
    await pool.query(
      `insert into orders (shop, id, name, currency, gateways, discount_codes, subtotal_minor, total_minor, test, processed_at, source_at, observed_at)
       values ($1, $2, $3, 'GBP', '{}', '{}', 2000, 2000, $5, $4, $4, $4)`,
      [of, orderId, `#${orderId}`, at, isTest],
    );
  }
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, order_id, customer_key, outcome, offer_id, offer_version, facts, reasons,
                            presented, currency, decided_at, expires_at, impression_at, declined_at, is_test)
     values ($1, $2, 'post-purchase', $3, 1, $4, 'c:1', $5, $6, 1, $7, $8, $9, 'GBP', $10, $10, $11, $12, $13)`,
    [
      of, id, `ref-${id}`, arrived ? orderId : null, offered ? "offered" : "nothing", offered ? offer : null, JSON.stringify(buildFacts()),
      JSON.stringify(reasons), offered ? JSON.stringify({ productTitle: "Candle" }) : null, at, seen ? at : null, declined ? at : null, arrived && isTest,
    ],
  );
  if (acceptance) {
    await pool.query(
      `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, line_id, confirmed_at, updated_at)
       values ($1, $2, 2001, 1, $3, $4, '[]', 1000, $5, $6, 1, $7, $4)`,
      [of, id, randomUUID(), at, acceptance, arrived ? orderId : null, acceptance === "confirmed" ? at : null],
    );
  }
  for (const [index, [kind, amountMinor]] of ledger.entries()) {
    await pool.query(
      `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, currency, happened_at, recorded_at)
       values ($1, $2, $3, $4, $5, 1, $6, $7, 'GBP', $8, $8)`,
      [of, randomUUID(), `${kind}:${id}:${index}`, id, orderId, kind, amountMinor, at],
    );
  }
  return id;
}

/** Eight decisions of November, one of October, one whose order has not come, which is returned. */
async function history(of: ShopId, offer: string): Promise<string> {
  await tell(of, offer, { at: "2026-11-02T10:00:00Z", acceptance: "confirmed", ledger: [["accepted", 1000]] });
  await tell(of, offer, { at: "2026-11-02T23:30:00Z", acceptance: "confirmed", ledger: [["accepted", 1000], ["refund", -400]] });
  await tell(of, offer, { at: "2026-11-03T10:00:00Z", acceptance: "confirmed", ledger: [["accepted", 1000], ["cancellation", -1000]] });
  await tell(of, offer, { at: "2026-11-04T10:00:00Z", acceptance: "signed" });
  await tell(of, offer, { at: "2026-11-05T10:00:00Z", acceptance: "failed" });
  await tell(of, offer, { at: "2026-11-06T10:00:00Z", declined: true });
  await tell(of, offer, { at: "2026-11-07T10:00:00Z", seen: false });
  await tell(of, offer, { at: "2026-11-08T10:00:00Z", offered: false });
  const late = await tell(of, offer, { at: "2026-11-09T10:00:00Z", arrived: false });
  await tell(of, offer, { at: "2026-10-31T23:59:59Z", acceptance: "confirmed", ledger: [["accepted", 1000]] });
  return late;
}

describe("figures", () => {
  test("count only decisions whose order arrived, and money net of what was taken back", async () => {
    expect(await readFigures(shop, month, "GBP")).toEqual({ eligible: 8, impressions: 6, acceptances: 3, revenueMinor: 1600, waiting: 1 });
  });

  test("are zero in a span without decisions", async () => {
    const span = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-02-01T00:00:00Z") };
    expect(await readFigures(shop, span, "GBP")).toEqual({ eligible: 0, impressions: 0, acceptances: 0, revenueMinor: 0, waiting: 0 });
  });

  test("step by step they add up to the whole", async () => {
    const starts = ["2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z", "2026-11-10T00:00:00Z"].map((at) => new Date(at));
    const steps = await readSeries(shop, starts, month.to, "GBP");
    expect(steps.map(({ revenueMinor }) => revenueMinor)).toEqual([0, 1600, 0, 0]);
    expect(steps.map(({ impressions }) => impressions)).toEqual([0, 2, 4, 0]);
    expect(steps.map(({ acceptances }) => acceptances)).toEqual([0, 2, 1, 0]);
  });

  test("of another shop are its own", async () => {
    const other = await installShop("reports-other");
    expect(await readFigures(other, month, "GBP")).toMatchObject({ eligible: 0, revenueMinor: 0 });
  });

  test("leave test orders out, rolled up or not; activity shows them as what they are", async () => {
    const of = await installShop("reports-testing");
    const offer = await createOffer(of, buildContent(), null, now);
    await tell(of, offer, { at: "2026-11-02T10:00:00Z", acceptance: "confirmed", ledger: [["accepted", 1000]] });
    const tried = await tell(of, offer, { at: "2026-11-03T10:00:00Z", isTest: true, acceptance: "confirmed" });
    await tell(of, offer, { at: "2026-11-04T10:00:00Z", isTest: true, offered: false });
    const read = async () => ({
      figures: await readFigures(of, month, "GBP"), offer: (await readOfferFigures(of, [offer], month, "GBP")).get(offer), reasons: await countReasons(of, month, "GBP"),
      kept: (await sumKept(of, month, "GBP")).acceptances, trials: (await readTrials(of)).all, allowance: await countAccepted(of, month.from),
    });
    const counted = {
      figures: { eligible: 1, impressions: 1, acceptances: 1, revenueMinor: 1000, waiting: 0 }, offer: { impressions: 1, acceptances: 1, revenueMinor: 1000 },
      reasons: [{ reason: "chosen", orders: 1 }], kept: 1, trials: { shown: 1, accepted: 1 }, allowance: 1,
    };
    expect(await read()).toEqual(counted);
    await rollUp(of, "GBP", now, () => false);
    expect(await read()).toEqual(counted);
    const { rows } = await readActivity(of, everything, now);
    expect(rows.map(({ isTest }) => isTest)).toEqual([true, true, false]);
    for (const show of ["eligible", "impressions", "acceptances"] as const) expect((await readActivity(of, { ...everything, show }, now)).rows.map(({ isTest }) => isTest)).toEqual([false]);
    expect((await readDecision(textsIn("en").t, of, tried))?.row.isTest).toBe(true);
  });

  test("by day follow the shop's clock", async () => {
    const sydney = await installShop("sydney");
    await pool.query("update shops set time_zone = 'Australia/Sydney' where shop = $1", [sydney]);
    const offer = await createOffer(sydney, buildContent(), null, now);
    await tell(sydney, offer, { at: "2026-11-19T13:30:00Z", acceptance: "confirmed", ledger: [["accepted", 700]] });
    const { steps } = await readHome(sydney, "last7", now);
    expect(steps.filter(({ revenueMinor }) => revenueMinor > 0)).toMatchObject([{ day: "2026-11-20", revenueMinor: 700 }]);
  });
});

describe("rolled up", () => {
  const starts = Array.from({ length: 30 }, (_, day) => new Date(Date.UTC(2026, 10, 1 + day)));
  const all = async (of: ShopId) => ({ figures: await readFigures(of, month, "GBP"), steps: await readSeries(of, starts, month.to, "GBP"), reasons: await countReasons(of, month, "GBP") });
  const changes = async (of: ShopId) => (await pool.query("select from figure_changes where shop = $1", [of])).rowCount;

  test("figures stay what they are, what changes later counts at once, and is rolled up in its turn", async () => {
    const of = await installShop("reports-rolled");
    const offer = await createOffer(of, buildContent(), null, now);
    const late = await history(of, offer);
    const counted = await all(of);
    await rollUp(of, "GBP", now, () => false);
    expect((await pool.query("select from figure_quarters where shop = $1", [of])).rowCount).toBeGreaterThan(7);
    expect(await changes(of)).toBe(0);
    expect(await all(of)).toEqual(counted);

    // Its order arrives at last, with what was accepted.
    await pool.query("update decisions set order_id = 999 where shop = $1 and id = $2", [of, late]);
    await pool.query(
      `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, line_id, confirmed_at, updated_at)
       values ($1, $2, 2001, 1, $3, $4, '[]', 1000, 'confirmed', 999, 1, $4, $4)`, [of, late, randomUUID(), now]);
    await pool.query(
      `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, currency, happened_at, recorded_at)
       values ($1, $2, 'late', $3, 999, 1, 'accepted', 450, 'GBP', $4, $4)`, [of, randomUUID(), late, now]);
    const arrived = await all(of);
    expect(arrived.figures).toEqual({ ...counted.figures, eligible: 9, impressions: 7, acceptances: 4, revenueMinor: counted.figures.revenueMinor + 450, waiting: 0 });
    expect(await changes(of)).toBe(1);
    await rollUp(of, "GBP", now, () => false);
    expect(await changes(of)).toBe(0);
    expect(await all(of)).toEqual(arrived);

    await pool.query("delete from decisions where shop = $1 and id = $2", [of, late]);
    expect((await all(of)).figures).toEqual({ ...counted.figures, waiting: 0 });
  });

  test("in another currency are counted from the decisions", async () => {
    const of = await installShop("reports-other-currency");
    await history(of, await createOffer(of, buildContent(), null, now));
    await rollUp(of, "GBP", now, () => false);
    expect(await readFigures(of, month, "EUR")).toMatchObject({ eligible: 8, revenueMinor: 0 });
    await rollUp(of, "EUR", now, () => false);
    expect(await readFigures(of, month, "EUR")).toMatchObject({ eligible: 8, revenueMinor: 0 });
    expect(await readFigures(of, month, "GBP")).toMatchObject({ revenueMinor: 1600 });
  });
});

describe("the list behind a figure", () => {
  test.each([["eligible", 8], ["impressions", 6], ["acceptances", 3]] as const)("%s holds as many as the figure counts", async (show, count) => {
    const { rows } = await readActivity(shop, { ...everything, period: "thisMonth", show }, now);
    expect(rows).toHaveLength(count);
    expect(rows.every(({ orderName }) => orderName !== null)).toBe(true);
  });

  test("revenue adds up to the figure, order by order", async () => {
    const { rows } = await readActivity(shop, { ...everything, period: "thisMonth", show: "revenue" }, now);
    expect(rows.map(({ netMinor }) => netMinor)).toEqual([0, 600, 1000]);
  });
});

describe("activity", () => {
  test.each([["accepted", 5], ["declined", 1], ["seen", 1], ["unseen", 1], ["nothing", 1]] as const)("with outcome %s", async (outcome, count) => {
    expect((await readActivity(shop, { ...everything, outcome }, now)).rows).toHaveLength(count);
  });

  test.each([["post-purchase", 10], ["thank-you", 0], ["nowhere", 10]])("at the placement %s", async (placement, count) => {
    expect((await readActivity(shop, { ...everything, placement }, now)).rows).toHaveLength(count);
  });

  test("finds an order by its number, with or without the sign", async () => {
    const [first] = (await readActivity(shop, { ...everything, show: "revenue" }, now)).rows;
    const number = first?.orderName ?? "";
    for (const orderName of [number, number.slice(1), ` ${number} `]) {
      expect((await readActivity(shop, { ...everything, orderName }, now)).rows.map(({ id }) => id)).toEqual([first?.id]);
    }
    expect((await readActivity(shop, { ...everything, orderName: "%" }, now)).rows).toEqual([]);
  });

  test.each(["nonsense", "2026-11-21T00:00:00Z_nonsense", "_"])("takes the cursor %j for the first page", async (after) => {
    expect((await readActivity(shop, { ...everything, after }, now)).rows).toHaveLength(10);
  });

  test("pages through everything once, newest first", async () => {
    const of = await installShop("activity-pages");
    const offer = await createOffer(of, buildContent(), null, now);
    for (let n = 0; n < 60; n += 1) await tell(of, offer, { at: `2026-11-${String(1 + (n % 20)).padStart(2, "0")}T10:00:00Z` });
    const first = await readActivity(of, everything, now);
    const second = await readActivity(of, { ...everything, after: first.next }, now);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    const times = [...first.rows, ...second.rows].map(({ decidedAt }) => decidedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
  });
});

describe("one decision", () => {
  test("names the condition that decided against an offer", async () => {
    const id = await tell(shop, offerId, { at: "2026-09-01T10:00:00Z", offered: false });
    const found = await readDecision(textsIn("en").t, shop, id);
    expect(found?.ruleParts.get(offerId)).toBe("order has any of: Product 100 of reports.myshopify.com");
    expect(found?.offerNames.get(offerId)).toBe("Candles");
  });

  test("tells what was signed and every entry that came of it", async () => {
    const id = await tell(shop, offerId, { at: "2026-09-02T10:00:00Z", acceptance: "confirmed", ledger: [["accepted", 1000], ["refund", -250]] });
    expect((await readDecision(textsIn("en").t, shop, id))?.story).toMatchObject({
      acceptance: { state: "confirmed", amountMinor: 1000, quantity: 1 },
      ledger: expect.arrayContaining([expect.objectContaining({ kind: "accepted", amountMinor: 1000 }), expect.objectContaining({ kind: "refund", amountMinor: -250 })]),
    });
  });

  test("of another shop is not found", async () => {
    const id = await tell(shop, offerId, { at: "2026-09-03T10:00:00Z" });
    const other = await installShop("curious");
    expect(await readDecision(textsIn("en").t, other, id)).toBeNull();
  });
});

describe("an order's story", () => {
  const { t } = textsIn("en");

  test("holds its decisions, refunds, cases, webhooks, the courtesy of that day and what was added", async () => {
    const of = await installShop("storied");
    const offer = await createOffer(of, buildContent({ name: "Candles" }), null, now);
    const id = await tell(of, offer, { at: "2026-11-02T10:00:00Z", acceptance: "confirmed", ledger: [["accepted", 1000], ["refund", -400]] });
    const orderId = orders;
    await pool.query("insert into courtesy_policies (shop, version, content, saved_at) values ($1, 1, '{}', '2026-11-01'), ($1, 2, '{}', '2026-11-03')", [of]);
    await pool.query("insert into refund_lines (shop, order_id, refund_id, line_id, quantity, subtotal_minor, refunded_at) values ($1, $2, 1, 1, 1, 400, '2026-11-05')", [of, orderId]);
    await pool.query("insert into service_cases (shop, kind, id, order_id, opened_at, observed_at) values ($1, 'return', 1, $2, '2026-11-04', '2026-11-04')", [of, orderId]);
    const webhook = "insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload, status, last_error) values ($1, $2, $2, $2, $3, $3, $4, $5, $6)";
    await pool.query(webhook, [of, "orders/create", "2026-11-02T10:00:05Z", { id: orderId }, "done", null]);
    await pool.query(webhook, [of, "orders/updated", "2026-11-09T10:00:00Z", { id: orderId }, "dead", "no such currency"]);
    await pool.query(webhook, [of, "orders/edited", "2026-11-02T10:00:06Z", { id: orderId + 1 }, "done", null]);
    const story = await readOrderStory(t, of, orderId, now);
    expect(story?.order).toMatchObject({ name: `#${String(orderId)}`, policyVersion: 1, netMinor: 600, refunds: [{ quantity: 1, amountMinor: 400 }], cases: [{ kind: "return", closedAt: null }] });
    expect(story?.decisions.map(({ row }) => row.id)).toEqual([id]);
    expect(story?.events.map(({ topic, isDead, error }) => [topic, isDead, error])).toEqual([["orders/create", false, ""], ["orders/updated", true, "no such currency"]]);
    expect(story?.likely).toBeNull();
  });

  test("of one that Encore was never asked about says the likely why; of another shop there is none", async () => {
    const of = await installShop("unasked");
    await pool.query(
      `insert into orders (shop, id, name, currency, source_name, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
       values ($1, 77, '#77', 'GBP', 'pos', '{}', '{}', 2000, 2000, now() + interval '1 day', now(), now())`,
      [of],
    );
    expect(await readOrderStory(t, of, 77, now)).toMatchObject({ decisions: [], likely: "otherChannel" });
    expect(await readOrderStory(t, shop, 77, now)).toBeNull();
  });
});

test("decisions are exported as they are listed, all pages of them", async () => {
  let text = "";
  for await (const part of exportActivity(shop, { ...everything, outcome: "declined" }, ["id", "order"], (row) => [row.id, row.orderName], now)) text += part;
  const lines = text.trimEnd().split("\r\n");
  const { rows } = await readActivity(shop, { ...everything, outcome: "declined" }, now);
  expect(lines[0]).toBe("\uFEFFid,order");
  expect(lines.slice(1)).toEqual(rows.map(({ id, orderName }) => `${id},${orderName ?? ""}`));
});
