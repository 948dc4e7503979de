import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCourtesyHistory } from "../../../test/support/courtesy-builders";
import { buildFacts, buildHistory, buildOffer, buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import { DAY_MS } from "../courtesy/days";
import type { Encounter } from "../courtesy/history";
import { CourtesyPolicy } from "../courtesy/policy";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import { decide } from "./decide";

const PLACEMENTS = ["post-purchase", "checkout", "thank-you", "order-status", "account"] as const satisfies Placement[];
const HOUR_MS = 3_600_000;
const START = new Date("2026-11-21T12:00:00Z");

const products = [200, 201, 202].map((id) => buildProduct({ id, variants: [buildVariant({ id: id * 10 })] }));
const shown = (...ids: number[]) => ids.map((productId) => ({ productId, variantIds: [] }));
/** Offers of the same products at different prices, on different placements. */
const OFFERS: Offer[] = [
  buildOffer({ id: "a", priority: 1, content: { placements: [...PLACEMENTS], products: shown(200, 201) } }),
  buildOffer({ id: "b", priority: 2, content: { placements: ["checkout", "thank-you", "account"], products: shown(200, 202), discount: { kind: "percentage", percent: 10 } } }),
  buildOffer({ id: "c", priority: 2, content: { placements: ["thank-you", "order-status"], products: [], strategy: { kind: "coupon", discount: { kind: "percentage", percent: 5 }, validDays: 9, minSubtotalMinor: null } } }),
  buildOffer({ id: "d", priority: 3, content: { placements: [...PLACEMENTS], products: shown(202), discount: { kind: "percentage", percent: 30 } } }),
];

const policies = fc.record({
  impressionsPer30Days: fc.integer({ min: 1, max: 6 }), quietDaysAfterDecline: fc.integer({ min: 0, max: 3 }), quietDaysAfterAcceptance: fc.integer({ min: 0, max: 3 }),
  restDaysOfDeclinedProduct: fc.integer({ min: 0, max: 9 }),
}).map((over) => CourtesyPolicy.parse(over));
const visits = fc.array(fc.record({
  afterHours: fc.integer({ min: 0, max: 60 }), placement: fc.constantFrom(...PLACEMENTS), purchase: fc.constantFrom("new", "same"),
  answer: fc.constantFrom("declined", "accepted", "ignored", "unseen", "seenLater"),
}), { maxLength: 60 });
type Visit = (typeof visits extends fc.Arbitrary<infer Life extends unknown[]> ? Life : never)[number];

/** Plays visits of one customer, or of one guest who is known by the purchase alone; the answers are what was offered. */
function play(policy: CourtesyPolicy, life: readonly Visit[], customerKey: string | null): Encounter[] {
  const snapshot = buildSnapshot({ offers: OFFERS, products, policy });
  const made: Encounter[] = [];
  let now = START;
  let purchase = 0;
  for (const { afterHours, placement, purchase: which, answer } of life) {
    now = new Date(now.getTime() + afterHours * HOUR_MS);
    if (which === "new") purchase += 1;
    const referenceId = placement === "account" ? `day ${now.toISOString().slice(0, 10)}` : `purchase ${String(purchase)}`;
    // One decision a placement and purchase: asked again, it is the same.
    if (made.some((one) => one.placement === placement && one.referenceId === referenceId)) continue;
    if (placement === "account" && customerKey === null) continue;
    const facts = buildFacts({ referenceId, customerKey, priorOrders: customerKey === null ? null : 2, ...(placement === "account" ? { lines: [], isWithoutOrder: true } : {}) });
    const known = customerKey === null ? made.filter((one) => one.referenceId === referenceId) : made;
    const decision = decide(snapshot, { placement, step: 1, facts, room: 3 }, { ...buildHistory(), courtesy: buildCourtesyHistory({ encounters: known }) }, now);
    if (decision.outcome === "nothing") continue;
    const offer = decision.shown?.offer ?? decision.chosen?.offer;
    const block = decision.shown?.block;
    const prices = block?.kind === "products"
      ? block.products.flatMap(({ productId, variants }) => variants.map(({ variantId, discountedMinor: unitMinor }) => ({ productId, variantId, unitMinor })))
      : (decision.chosen?.presented.variants ?? []).map(({ variantId, discountedMinor: unitMinor }) => ({ productId: decision.chosen?.presented.productId ?? 0, variantId, unitMinor }));
    made.push({
      offerId: offer?.id ?? "", placement, referenceId, step: 1, prices, offeredAt: now, expiresAt: new Date(now.getTime() + 2 * HOUR_MS),
      shownAt: answer === "unseen" ? null : new Date(now.getTime() + (answer === "seenLater" ? HOUR_MS : 0)),
      declinedAt: answer === "declined" ? now : null, acceptedAt: answer === "accepted" ? now : null,
    });
  }
  return made;
}

function hold(policy: CourtesyPolicy, made: readonly Encounter[]): void {
  const impressions = made.flatMap(({ shownAt }) => (shownAt ? [shownAt.getTime()] : []));
  for (const last of impressions) {
    expect(impressions.filter((one) => one <= last && last - one < 30 * DAY_MS).length).toBeLessThanOrEqual(policy.impressionsPer30Days);
  }
  made.forEach((later, index) => {
    for (const earlier of made.slice(0, index)) {
      if (earlier.declinedAt) expect(later.offerId).not.toBe(earlier.offerId);
      if (earlier.shownAt && earlier.shownAt <= later.offeredAt) {
        const isOpen = !earlier.declinedAt && !earlier.acceptedAt && earlier.expiresAt > later.offeredAt;
        if (isOpen && earlier.placement !== later.placement) expect(later.offerId).not.toBe(earlier.offerId);
        for (const price of later.prices) {
          const before = earlier.prices.find(({ variantId }) => variantId === price.variantId);
          if (before) expect(price.unitMinor).toBe(before.unitMinor);
        }
      }
    }
  });
}

test("over any sequence of placements one customer never sees more than the caps, a declined offer again, an offer in two places or two prices", () => {
  fc.assert(fc.property(policies, visits, (policy, life) => { hold(policy, play(policy, life, "c:1")); }), { numRuns: 300 });
});

test("over any sequence of placements the same holds for a guest on each purchase", () => {
  fc.assert(fc.property(policies, visits, (policy, life) => {
    const made = play(policy, life, null);
    for (const referenceId of new Set(made.map((one) => one.referenceId))) hold(policy, made.filter((one) => one.referenceId === referenceId));
  }), { numRuns: 200 });
});

test("something is offered, or the above would say nothing", () => {
  const life: Visit[] = PLACEMENTS.map((placement) => ({ afterHours: 24, placement, purchase: "new", answer: "ignored" }));
  const made = play(CourtesyPolicy.parse({ impressionsPer30Days: 6 }), life, "c:1");
  expect(made.map(({ placement }) => placement)).toEqual([...PLACEMENTS]);
});
