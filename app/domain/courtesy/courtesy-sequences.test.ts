import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCourtesyHistory, buildCourtesyOffer, buildCourtesyProduct, buildCourtesyRequest, NOW } from "../../../test/support/courtesy-builders";
import { mayAsk, offerRefusal, productRefusal } from "./courtesy";
import { DAY_MS, daysAfter } from "./days";
import type { CourtesyHistory, Encounter } from "./history";
import { CourtesyPolicy } from "./policy";

const policies = fc.record({
  impressionsPer30Days: fc.integer({ min: 1, max: 5 }), quietDaysAfterDecline: fc.integer({ min: 0, max: 20 }), quietDaysAfterAcceptance: fc.integer({ min: 0, max: 20 }),
  restDaysOfDeclinedProduct: fc.integer({ min: 0, max: 60 }), regretDays: fc.integer({ min: 0, max: 40 }), mayImproveDeclined: fc.boolean(),
}).map((over) => CourtesyPolicy.parse(over));

const OFFERS = [
  { offerId: "a", productId: 200, unitMinor: 900 }, { offerId: "b", productId: 200, unitMinor: 800 }, { offerId: "c", productId: 201, unitMinor: 1_000 },
  { offerId: "d", productId: 202, unitMinor: 500 },
] as const;
const events = fc.array(
  fc.record({
    afterHours: fc.integer({ min: 0, max: 200 }), purchase: fc.constantFrom("new", "same"), answer: fc.constantFrom("declined", "accepted", "ignored", "unseen", "notYet"),
    buys: fc.constantFrom(null, 200, 201), refunds: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0), optsOut: fc.integer({ min: 0, max: 30 }).map((chance) => chance === 0),
  }),
  { maxLength: 40 },
);
type Event = (typeof events extends fc.Arbitrary<infer Life extends unknown[]> ? Life : never)[number];

interface Made { encounter: Encounter; productId: number; unitMinor: number; isDownsell: boolean; purchasesThen: CourtesyHistory["purchases"]; casesThen: CourtesyHistory["cases"]; optedOutThen: Date | null }

/** Plays a life of orders and answers; every offer that courtesy lets through is made, the first that it does. */
function play(policy: CourtesyPolicy, life: readonly Event[]): Made[] {
  const made: Made[] = [];
  let history = buildCourtesyHistory();
  let now = NOW;
  let purchase = 0;
  life.forEach((event, index) => {
    now = new Date(now.getTime() + event.afterHours * 3_600_000);
    if (event.purchase === "new" || purchase === 0) purchase += 1;
    const referenceId = `p${purchase}`;
    const step = history.encounters.some((one) => one.referenceId === referenceId && one.declinedAt) ? 2 : 1;
    if (event.optsOut) history = { ...history, optedOutAt: now };
    if (event.refunds) history = { ...history, cases: [...history.cases, { kind: "refund", openedAt: now, closedAt: now }] };
    const request = buildCourtesyRequest({ referenceId, step, liveOfferIds: new Set(OFFERS.map(({ offerId }) => offerId)) });
    if (mayAsk(policy, history, request, now).may === "offer") {
      const allowed = OFFERS.find(({ offerId, productId, unitMinor }) => {
        const offer = buildCourtesyOffer({ offerId, isDownsell: step === 2 });
        const prices = [{ productId, variantId: productId * 10, unitMinor, listMinor: 1_000 }];
        return !offerRefusal(policy, history, request, now, offer) && !productRefusal(policy, history, request, now, offer, buildCourtesyProduct({ productId, prices }));
      });
      if (allowed) {
        const shownAt = event.answer === "unseen" ? null : event.answer === "notYet" ? daysAfter(now, 0.5) : now;
        const encounter: Encounter = {
          offerId: allowed.offerId, placement: "post-purchase", referenceId, step, offeredAt: now, expiresAt: daysAfter(now, 0.5), shownAt,
          prices: [{ productId: allowed.productId, variantId: allowed.productId * 10, unitMinor: allowed.unitMinor }],
          declinedAt: event.answer === "declined" ? now : null, acceptedAt: event.answer === "accepted" ? now : null,
        };
        made.push({ encounter, ...allowed, isDownsell: step === 2, purchasesThen: history.purchases, casesThen: history.cases, optedOutThen: history.optedOutAt });
        const others = history.encounters.filter((one) => !(one.referenceId === referenceId && one.step === step && !one.shownAt));
        history = { ...history, encounters: [encounter, ...others] };
      }
    }
    if (event.buys) history = { ...history, purchases: [...history.purchases, { orderId: index, productId: event.buys, variantId: event.buys * 10, boughtAt: now, unitMinor: 1_000, atFullPrice: true, gift: null }] };
  });
  return made;
}

const gap = (earlier: Date, later: Date) => (later.getTime() - earlier.getTime()) / DAY_MS;

test("over any sequence of orders and answers no customer is asked more than the policy allows", () => {
  fc.assert(fc.property(policies, events, (policy, life) => {
    const made = play(policy, life);
    const impressions = made.flatMap(({ encounter: { shownAt } }) => (shownAt ? [shownAt] : []));
    for (const last of impressions) {
      expect(impressions.filter((one) => one <= last && gap(one, last) < 30).length).toBeLessThanOrEqual(policy.impressionsPer30Days);
    }
    made.forEach((later, index) => {
      expect(later.optedOutThen).toBeNull();
      for (const { openedAt } of later.casesThen) expect(gap(openedAt, later.encounter.offeredAt)).toBeGreaterThanOrEqual(policy.quietDaysAfterCase);
      for (const { productId, boughtAt } of later.purchasesThen) {
        if (productId === later.productId && later.unitMinor < 1_000) expect(gap(boughtAt, later.encounter.offeredAt)).toBeGreaterThanOrEqual(policy.regretDays);
      }
      for (const { encounter, productId, unitMinor } of made.slice(0, index)) {
        const since = gap(encounter.offeredAt, later.encounter.offeredAt);
        const isAnswer = later.isDownsell && encounter.referenceId === later.encounter.referenceId;
        if (encounter.acceptedAt) expect(since).toBeGreaterThanOrEqual(policy.quietDaysAfterAcceptance);
        if (productId === later.productId && encounter.shownAt && encounter.shownAt <= later.encounter.offeredAt && unitMinor !== later.unitMinor) {
          expect(isAnswer && policy.mayImproveDeclined && later.unitMinor < unitMinor).toBe(true);
        }
        if (!encounter.declinedAt) continue;
        expect(later.encounter.offerId).not.toBe(encounter.offerId);
        if (isAnswer) continue;
        expect(since).toBeGreaterThanOrEqual(policy.quietDaysAfterDecline);
        if (productId === later.productId) expect(since).toBeGreaterThanOrEqual(policy.restDaysOfDeclinedProduct);
      }
    });
    for (const { encounter: { step, referenceId } } of made.filter((one) => one.isDownsell)) {
      expect(step).toBe(2);
      expect(made.some(({ encounter }) => encounter.referenceId === referenceId && encounter.step === 1 && encounter.declinedAt)).toBe(true);
    }
  }), { numRuns: 400 });
});

test("courtesy still lets offers through, or the above would say nothing", () => {
  const life: Event[] = Array.from({ length: 6 }, () => ({ afterHours: 24 * 8, purchase: "new", answer: "ignored", buys: null, refunds: false, optsOut: false }));
  expect(play(CourtesyPolicy.parse({}), life)).toHaveLength(6);
});

test("the same history in another order gives the same answer", () => {
  fc.assert(fc.property(policies, events, (policy, life) => {
    const encounters = play(policy, life).map(({ encounter }) => encounter);
    const now = daysAfter(encounters.at(-1)?.offeredAt ?? NOW, 1);
    const answers = [encounters, [...encounters].reverse()].map((list) => {
      const history = buildCourtesyHistory({ encounters: list });
      const request = buildCourtesyRequest({ liveOfferIds: new Set(["a", "b", "c", "d"]) });
      return [mayAsk(policy, history, request, now), productRefusal(policy, history, request, now, buildCourtesyOffer(), buildCourtesyProduct())];
    });
    expect(answers[0]).toEqual(answers[1]);
  }));
});
