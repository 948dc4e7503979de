import fc from "fast-check";
import { expect, test } from "vitest";
import { buildFacts, buildOffer, buildProduct, buildSnapshot } from "../../../test/support/domain-builders";
import { decide, deliberate } from "../decisions/decide";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OfferStrategy } from "../strategies/strategy";
import { CompetingOffers } from "./competing";
import { reasonOf } from "./reason-of";

const exclude = { productIds: [], collectionIds: [], tags: [] };
const products = [1, 2, 3, 4].map((id) => buildProduct({ id: id * 100 }));
const strategies: OfferStrategy[] = [
  { kind: "bestseller", days: 30, exclude }, { kind: "boughtTogether", exclude }, { kind: "priceLadder", maxStepPercent: 100, exclude }, { kind: "thankYouOnly" },
];
const offer = fc.record({
  priority: fc.integer({ min: 1, max: 4 }), minMinor: fc.constantFrom(0, 1_000, 3_000), productId: fc.constantFrom(100, 200, 300, 999),
  strategy: fc.option(fc.constantFrom(...strategies), { nil: undefined }), placements: fc.subarray<Placement>(["post-purchase", "thank-you"], { minLength: 1 }),
});
const case_ = fc.record({
  offers: fc.array(offer, { minLength: 1, maxLength: 6 }), orders: fc.array(fc.record({ totalMinor: fc.constantFrom(500, 2_000, 5_000), placement: fc.constantFrom<Placement>("post-purchase", "thank-you") }), { minLength: 1, maxLength: 6 }),
});

test("what is decided among the offers that compete is what is decided among all", () => {
  fc.assert(fc.property(case_, ({ offers: drawn, orders }) => {
    const offers = drawn.map(({ priority, minMinor, productId, strategy, placements }, place) => buildOffer({
      id: `offer-${place}`, priority,
      content: { placements, strategy, products: [{ productId, variantIds: [] }], rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor }] } },
    }));
    const [tested] = offers;
    if (!tested) return;
    const snapshot = buildSnapshot({ offers, products });
    const competing = new CompetingOffers(offers, tested);
    const others = new CompetingOffers(offers, null, tested);
    for (const { totalMinor, placement } of orders) {
      const facts = buildFacts({ totalMinor });
      const moment = [{ placement, step: 1, facts }, { acceptedOfferIds: new Set<string>() }, new Date("2026-06-01T10:00:00Z")] as const;
      const ask = (shop: typeof snapshot) => decide(shop, ...moment);
      const askAmong = (found: readonly Offer[]) => deliberate(snapshot, ...moment)(found);
      const [among, all] = [askAmong(competing.at(placement, facts).offers), ask(snapshot)];
      expect([among.outcome, among.chosen?.offer.id, among.chosen?.presented, among.shown?.offer.id]).toEqual([all.outcome, all.chosen?.offer.id, all.chosen?.presented, all.shown?.offer.id]);
      if (tested.content.placements.includes(placement)) expect(reasonOf(among, tested.id)).toEqual(reasonOf(all, tested.id));
      const without = others.at(placement, facts);
      const expected = ask({ ...snapshot, offers: offers.slice(1) }).chosen?.offer.id;
      expect(askAmong(without.offers).chosen?.offer.id).toEqual(expected);
      if (without.others === 0) expect(expected).toBeUndefined();
    }
  }));
});
