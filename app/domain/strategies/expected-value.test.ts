import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptanceChance, shopChance } from "./acceptance-chance";
import type { StrategyCandidate } from "./candidate";
import { expectedNetMinor, type ShopFactors, type ValueFactors } from "./expected-value";
import { rankOffers, type OfferToRank } from "./rank";

const none = { shown: 0, accepted: 0 };
const shop: ShopFactors = { trials: { shown: 9_900, accepted: 497 }, marginShare: null, orderMinor: 10_000 };
const factors: ValueFactors = { unitMinor: 1_000, costMinor: null, own: none, score: 1 };

describe("the chance of acceptance", () => {
  test("of a shop without a past is the prior's", () => expect(shopChance(none)).toBe(0.03));
  test("without a past of its own is the shop's times relevance", () => expect(acceptanceChance(none, shop.trials, 0.5)).toBeCloseTo(0.025, 12));
  test("is not moved far by one lucky sale", () => expect(acceptanceChance({ shown: 1, accepted: 1 }, shop.trials, 1)).toBeLessThan(0.06));
  test("comes near its own rate in the end", () => expect(acceptanceChance({ shown: 10_000, accepted: 2_000 }, shop.trials, 1)).toBeGreaterThan(0.198));
});

test.each<[string, Partial<ValueFactors>, Partial<ShopFactors>, number]>([
  ["chance times price", {}, {}, 50],
  ["less the cost", { costMinor: 400 }, {}, 30],
  ["the shop's usual margin where cost is unknown", {}, { marginShare: 0.4 }, 20],
  ["below 0 when sold at a loss", { costMinor: 1_200 }, {}, -10],
  ["no more for a price beyond the order's", { unitMinor: 40_000 }, {}, 500],
  ["the whole price where there is no order", { unitMinor: 40_000 }, { orderMinor: 0 }, 2_000],
])("expected value: %s", (_case, over, shopOver, expected) => {
  expect(expectedNetMinor({ ...factors, ...over }, { ...shop, ...shopOver })).toBeCloseTo(expected, 9);
});

describe("ranking", () => {
  const popular = (productId: number, score = 1): StrategyCandidate => ({ productId, variantIds: [], score, evidence: { kind: "bestseller", orders: 9, days: 90 } });
  const chosen = (productId: number, place: number): StrategyCandidate => ({ productId, variantIds: [], score: 1, evidence: { kind: "staffChoice", place } });
  const ranked = (...offers: OfferToRank[]) =>
    rankOffers(offers, (_offer, { productId }) => ({ unitMinor: productId, costMinor: null, own: none }), shop).map(({ offerId, candidates }) => [offerId, ...candidates.map(({ productId }) => productId)]);

  test("staff's priority goes before any value", () => {
    expect(ranked({ offerId: "a", priority: 2, candidates: [popular(9_000)] }, { offerId: "b", priority: 1, candidates: [popular(100)] })).toEqual([["b", 100], ["a", 9_000]]);
  });

  test("value decides within a priority, then the id", () => {
    const offers = [{ offerId: "c", priority: 1, candidates: [popular(200)] }, { offerId: "b", priority: 1, candidates: [popular(200)] }, { offerId: "a", priority: 1, candidates: [popular(100)] }];
    expect(ranked(...offers)).toEqual([["b", 200], ["c", 200], ["a", 100]]);
    expect(ranked(...offers.reverse())).toEqual([["b", 200], ["c", 200], ["a", 100]]);
  });

  test("whatever the order of offers and candidates: the same ranking", () => {
    const candidates = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 9 }), score: fc.constantFrom(0.2, 0.5, 1) }), { selector: ({ id }) => id }).map((list) => list.map(({ id, score }) => popular(id * 100, score)));
    const offers = fc.uniqueArray(fc.record({ offerId: fc.constantFrom("a", "b", "c", "d"), priority: fc.integer({ min: 1, max: 2 }), candidates }), { selector: ({ offerId }) => offerId });
    fc.assert(fc.property(offers, (given) => {
      expect(ranked(...given.map((offer) => ({ ...offer, candidates: [...offer.candidates].reverse() })).reverse())).toEqual(ranked(...given));
    }));
  });

  test("an offer's products go by value, those of staff by their place, and an offer without any is left out", () => {
    expect(ranked({ offerId: "a", priority: 1, candidates: [popular(100), popular(300, 0.9), popular(200)] })).toEqual([["a", 300, 200, 100]]);
    expect(ranked({ offerId: "a", priority: 1, candidates: [chosen(900, 1), chosen(100, 0)] })).toEqual([["a", 100, 900]]);
    expect(ranked({ offerId: "a", priority: 1, candidates: [] })).toEqual([]);
  });
});
