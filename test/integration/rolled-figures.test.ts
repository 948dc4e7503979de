import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { buildContent, buildFacts } from "../support/domain-builders";
import { propertyRuns } from "../support/property-runs";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool } = await import("../../app/data/database.server");
const { forgetOrder } = await import("../../app/data/orders/order-queries.server");
const { readOfferFigures } = await import("../../app/data/offers/offer-figures.server");
const { readFigures } = await import("../../app/data/reports/figures.server");
const { sumKept } = await import("../../app/data/reports/further-figures.server");
const { rollUp } = await import("../../app/data/reports/roll-up.server");
const { createOffer } = await import("../../app/services/offers/save-offer.server");
const { installShop } = await import("../support/buyers");

afterAll(closeDatabase);

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
const now = new Date();
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * minuteMs);
const unpaid = ["pending", "partially_paid", "expired", "voided"];

/** A decision with all that hangs on it, as the test remembers it. */
interface Kept {
  id: string;
  orderId: number;
  at: Date;
  offer: string | null;
  placement: string;
  seen: boolean;
  arrived: boolean;
  /** Whether the order that arrived is a test. */
  isTest: boolean;
  order: { financial: string; isTest: boolean; isDeleted: boolean } | null;
  signed: string | null;
  claimed: boolean;
  entries: { amountMinor: number; taxMinor: number; currency: string }[];
}

/** Of few, so that several things happen to one. */
const pick = fc.nat(4);
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({
    what: fc.constant("decide" as const), minutes: fc.integer({ min: 1, max: 40 * dayMinutes }), offer: fc.constantFrom(0, 0, 1, 1, null),
    placement: fc.constantFrom("post-purchase", "thank-you", "account"), seen: fc.boolean(), arrived: fc.boolean(), isTest: fc.constantFrom(false, false, false, true) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant("accept" as const), pick, amountMinor: fc.integer({ min: 1, max: 3_000 }), taxShare: fc.constantFrom(0, 0.2, 0.25), state: fc.constantFrom("signed", "confirmed", "confirmed") }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("take" as const), pick, share: fc.double({ min: 0, max: 1, noNaN: true }), kind: fc.constantFrom("refund", "cancellation", "unpaid") }) },
  fc.record({ what: fc.constant("foreign" as const), pick, amountMinor: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ what: fc.constant("arrive" as const), pick }),
  fc.record({ what: fc.constant("test" as const), pick, isTest: fc.boolean() }),
  fc.record({ what: fc.constant("state" as const), pick, state: fc.constantFrom("failed", "confirmed", "unpaid") }),
  fc.record({ what: fc.constant("pay" as const), pick, financial: fc.constantFrom("paid", "pending") }),
  { weight: 4, arbitrary: fc.record({ what: fc.constant("tax" as const), pick, taxMinor: fc.integer({ min: -300, max: 300 }) }) },
  fc.record({ what: fc.constant("deleteOrder" as const), pick }),
  fc.record({ what: fc.constant("erase" as const), pick }),
  { weight: 3, arbitrary: fc.record({ what: fc.constant("roll" as const), minutes: fc.integer({ min: 0, max: 2 * dayMinutes }), currency: fc.constantFrom("GBP", "GBP", "GBP", "EUR") }) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

let shops = 0;
let orders = 5_000;

test("what is rolled up, changed since, or not rolled up yet sums up to a plain reading of every decision", { timeout: 180_000 }, async () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 45 * dayMinutes }), fc.integer({ min: 0, max: 45 * dayMinutes })).map(([one, other]) => ({ from: minutesAgo(Math.max(one, other)), to: minutesAgo(Math.min(one, other)) }));
  await fc.assert(fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 40 }), span, async (happenings, odd) => {
    const shop = await installShop(`rolled-${String((shops += 1))}`);
    const offers = [await createOffer(shop, buildContent(), null, now), await createOffer(shop, buildContent(), null, now)];
    const all: Kept[] = [];
    for (const one of happenings) await happen(shop, offers, all, one);
    const month = { from: minutesAgo(30 * dayMinutes), to: now };
    for (const within of [month, odd]) {
      for (const currency of ["GBP", "EUR"]) {
        const expected = plainly(all.filter(({ at }) => at >= within.from && at < within.to), currency);
        const { impressions, acceptances, revenueMinor } = await readFigures(shop, within, currency);
        expect({ impressions, acceptances, revenueMinor }).toEqual(expected.whole);
        expect(await sumKept(shop, within, currency)).toEqual({ acceptances, keptMinor: revenueMinor + expected.taxMinor, taxMinor: expected.taxMinor });
        const found = await readOfferFigures(shop, offers, within, currency);
        for (const [place, offer] of offers.entries()) expect(found.get(offer) ?? nothing, `offer ${String(place)}`).toEqual(expected.byOffer.get(offer) ?? nothing);
      }
    }
  }), propertyRuns(20));
});

const nothing = { impressions: 0, acceptances: 0, revenueMinor: 0 };

function plainly(decisions: readonly Kept[], currency: string) {
  const byOffer = new Map<string, typeof nothing>();
  const whole = { ...nothing };
  let taxMinor = 0;
  for (const { offer, seen, entries, order, isTest, ...decision } of decisions) {
    const arrived = decision.arrived || decision.placement === "account";
    const claimed = decision.claimed && order ? (unpaid.includes(order.financial) ? "unpaid" : "confirmed") : null;
    const state = decision.signed ?? claimed;
    const isTestChoice = claimed !== null && order?.isTest === true;
    const counted = state === null ? [] : entries.filter((entry) => entry.currency === currency);
    const net = counted.reduce((sum, entry) => sum + entry.amountMinor - entry.taxMinor, 0);
    taxMinor += counted.reduce((sum, entry) => sum + entry.taxMinor, 0);
    for (const sums of offer === null ? [whole] : [whole, byOffer.get(offer) ?? byOffer.set(offer, { ...nothing }).get(offer) ?? nothing]) {
      if (arrived && seen && !isTest) sums.impressions += 1;
      if (arrived && state === "confirmed" && !isTest && !isTestChoice) sums.acceptances += 1;
      sums.revenueMinor += net;
    }
  }
  return { whole, byOffer, taxMinor };
}

async function happen(shop: ShopId, offers: readonly string[], all: Kept[], one: Happening): Promise<void> {
  if (one.what === "roll") {
    await rollUp(shop, one.currency, minutesAgo(one.minutes), () => false);
    return;
  }
  if (one.what === "decide") {
    all.push(await decide(shop, one, one.offer === null ? null : (offers[one.offer] ?? null)));
    return;
  }
  const decision = all[one.pick % Math.max(1, all.length)];
  if (!decision) return;
  const kept = decision.entries.filter(({ currency }) => currency === "GBP").reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const isBlock = decision.placement !== "post-purchase";
  switch (one.what) {
    case "arrive":
      if (decision.arrived || decision.placement === "account") return;
      decision.arrived = true;
      decision.order ??= await placeOrder(shop, decision.orderId, false);
      decision.isTest = decision.order.isTest;
      await pool.query("update decisions set order_id = $3, is_test = $4 where shop = $1 and id = $2", [shop, decision.id, decision.orderId, decision.isTest]);
      return;
    case "accept":
      if (decision.offer === null || decision.signed !== null || decision.claimed) return;
      if (isBlock) {
        decision.order ??= await placeOrder(shop, decision.orderId, false);
        decision.claimed = true;
        await claim(shop, decision);
      } else {
        decision.signed = one.state;
        await sign(shop, decision, one.state);
      }
      if (one.state === "confirmed" || isBlock) await enter(shop, decision, "accepted", { amountMinor: one.amountMinor, taxMinor: Math.round(one.amountMinor * one.taxShare), currency: "GBP" });
      return;
    case "take":
      if (kept > 0) await enter(shop, decision, one.kind, { amountMinor: -Math.ceil(kept * one.share), taxMinor: -Math.ceil(kept * one.share * 0.2), currency: "GBP" });
      return;
    case "foreign":
      await enter(shop, decision, "accepted", { amountMinor: one.amountMinor, taxMinor: 0, currency: "EUR" });
      return;
    case "state":
      if (decision.signed === null) return;
      decision.signed = one.state;
      await pool.query("update acceptances set state = $3 where shop = $1 and decision_id = $2", [shop, decision.id, one.state]);
      return;
    case "pay":
      if (!decision.order || decision.order.isDeleted) return;
      decision.order.financial = one.financial;
      await pool.query("update orders set financial_status = $3 where shop = $1 and id = $2", [shop, decision.orderId, one.financial]);
      return;
    case "test":
      if (!decision.order || decision.order.isDeleted) return;
      decision.order.isTest = one.isTest;
      await pool.query("update orders set test = $3 where shop = $1 and id = $2", [shop, decision.orderId, one.isTest]);
      if (!decision.arrived) return;
      decision.isTest = one.isTest;
      await pool.query("update decisions set is_test = $3 where shop = $1 and id = $2", [shop, decision.id, one.isTest]);
      return;
    case "tax":
      // As it is recorded when tax becomes known later.
      if (decision.entries.length > 0) await enter(shop, decision, "reversal", { amountMinor: 0, taxMinor: one.taxMinor, currency: "GBP" });
      return;
    case "deleteOrder":
      if (!decision.order || decision.order.isDeleted) return;
      decision.order.isDeleted = true;
      await inTransaction((client) => forgetOrder(shop, decision.orderId, now, client));
      return;
    case "erase":
      all.splice(all.indexOf(decision), 1);
      await pool.query("delete from decisions where shop = $1 and id = $2", [shop, decision.id]);
      return;
  }
}

async function decide(shop: ShopId, { minutes, placement, seen, arrived, isTest }: Extract<Happening, { what: "decide" }>, offer: string | null): Promise<Kept> {
  const hasOrder = arrived && placement !== "account";
  const made: Kept = { id: randomUUID(), orderId: (orders += 1), at: minutesAgo(minutes), offer, placement, seen: seen && offer !== null, arrived: hasOrder, isTest: hasOrder && isTest, order: null, signed: null, claimed: false, entries: [] };
  if (hasOrder) made.order = await placeOrder(shop, made.orderId, isTest);
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, order_id, is_test, outcome, offer_id, offer_version, facts, reasons, block, currency, decided_at, expires_at, impression_at)
     values ($1, $2, $3, $2::uuid::text, 1, $4, $11, $5, $6, 1, $7, '{"general":null,"candidates":[]}', $8, 'GBP', $9, $9, $10)`,
    [shop, made.id, placement, hasOrder ? made.orderId : null, offer === null ? "nothing" : "offered", offer, JSON.stringify(buildFacts()), offer !== null && placement !== "post-purchase" ? "{}" : null, made.at, made.seen ? made.at : null, made.isTest],
  );
  return made;
}

async function placeOrder(shop: ShopId, id: number, isTest: boolean): Promise<NonNullable<Kept["order"]>> {
  await pool.query(
    `insert into orders (shop, id, name, currency, gateways, discount_codes, subtotal_minor, total_minor, financial_status, taxes_included, test, processed_at, source_at, observed_at)
     values ($1, $2, '#', 'GBP', '{}', '{}', 3000, 3000, 'paid', true, $3, now(), now(), now())`, [shop, id, isTest]);
  await pool.query(
    `insert into order_lines (shop, order_id, id, title, quantity, current_quantity, unit_minor, total_minor, tax_minor)
     values ($1, $2, 1, 'Mug', 1, 1, 3000, 3000, 500)`, [shop, id]);
  return { financial: "paid", isTest, isDeleted: false };
}

async function sign(shop: ShopId, { id, orderId }: Kept, state: string): Promise<void> {
  await pool.query(
    `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, line_id, updated_at)
     values ($1, $2, 2001, 1, $3, now(), '[]', 1000, $4, $5, 1, now())`, [shop, id, randomUUID(), state, orderId]);
}

/** First chosen, then shown by the order. */
async function claim(shop: ShopId, { id, orderId }: Kept): Promise<void> {
  await pool.query(
    `insert into offer_claims (shop, id, decision_id, variant_id, quantity, unit_before_minor, unit_minor, currency, claimed_at, expires_at)
     values ($1, $2, $3, 2001, 1, 1000, 900, 'GBP', now(), now())`, [shop, randomUUID(), id]);
  await pool.query("update offer_claims set order_id = $3, line_id = 1, units = 1, amount_minor = 900, confirmed_at = now() where shop = $1 and decision_id = $2", [shop, id, orderId]);
}

async function enter(shop: ShopId, decision: Kept, kind: string, entry: Kept["entries"][number]): Promise<void> {
  decision.entries.push(entry);
  const id = randomUUID();
  await pool.query(
    `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, tax_minor, currency, happened_at, recorded_at)
     values ($1, $2, $2::uuid::text, $3, $4, 1, $5, $6, $7, $8, now(), now())`, [shop, id, decision.id, decision.orderId, kind, entry.amountMinor, entry.taxMinor, entry.currency]);
}
