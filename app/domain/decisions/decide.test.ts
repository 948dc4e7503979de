import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildHistory, buildLine, buildOffer, buildProduct, buildRequest, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import type { CatalogueProduct } from "../catalogue/product";
import { holdOutPoint } from "../courtesy/hold-out";
import type { Offer, OfferContent } from "../offers/offer";
import { decide } from "./decide";
import type { CandidateReason, ProductReason } from "./decision";

const now = new Date("2026-11-21T12:00:00Z");
const met = { kind: "all", conditions: [] } as const;
const never: OfferContent["rule"] = { kind: "all", conditions: [{ kind: "itemCount", min: 99 }] };
const unknowable: OfferContent["rule"] = { kind: "all", conditions: [{ kind: "itemCount", min: 1 }, { kind: "discountCode", match: "any", codes: [] }] };
const decideWith = (offers: Offer[], products?: CatalogueProduct[]) => decide(buildSnapshot({ offers, ...(products ? { products } : {}) }), buildRequest(), buildHistory(), now);

test("offers the first by priority, then id, and says why not the others", () => {
  const decision = decideWith([buildOffer({ id: "c", priority: 2 }), buildOffer({ id: "b", priority: 1 }), buildOffer({ id: "a", priority: 1, content: { rule: never } })]);
  expect(decision.chosen?.offer.id).toBe("b");
  expect(decision.candidates.map(({ offerId, code }) => [offerId, code])).toEqual([["a", "ruleNotMet"], ["b", "chosen"], ["c", "lowerPriority"]]);
});

test.each<[string, number | null, number | null, string]>([
  ["the dearer one where no cost is known", null, null, "dear"],
  ["the one that leaves more where both costs are known", 950, 100, "cheap"],
  ["the one that leaves more, by the other's margin where a cost is unknown", 950, null, "dear"],
])("among equals offers %s", (_case, dearCost, cheapCost, chosen) => {
  const products = [
    buildProduct({ id: 300, variants: [buildVariant({ id: 3001, priceMinor: 1_000, costMinor: dearCost })] }),
    buildProduct({ id: 301, variants: [buildVariant({ id: 3011, priceMinor: 500, costMinor: cheapCost })] }),
  ];
  const offer = (id: string, productId: number) => buildOffer({ id, content: { products: [{ productId, variantIds: [] }], discount: { kind: "none" } } });
  expect(decideWith([offer("dear", 300), offer("cheap", 301)], products).chosen?.offer.id).toBe(chosen);
});

describe("passes over an offer", () => {
  test.each<[string, Offer, Partial<CandidateReason>]>([
    ["that is paused", buildOffer({ status: "paused" }), { code: "notActive" }],
    ["that has not begun", buildOffer({ content: { schedule: { startsAt: "2026-11-21T12:01", endsAt: null } } }), { code: "notScheduled", when: "before" }],
    ["that has ended", buildOffer({ content: { schedule: { startsAt: null, endsAt: "2026-11-21T12:00" } } }), { code: "notScheduled", when: "after" }],
    ["whose rule is not met", buildOffer({ content: { rule: never } }), { code: "ruleNotMet", path: "0", kind: "itemCount" }],
    ["whose rule cannot be known", buildOffer({ content: { rule: unknowable } }), { code: "ruleUnknown", path: "1", kind: "discountCode" }],
  ])("%s", (_case, offer, reason) => {
    const decision = decideWith([offer]);
    expect(decision).toMatchObject({ outcome: "nothing", chosen: null, general: null });
    expect(decision.candidates).toEqual([{ offerId: "offer-1", offerVersion: 1, ...reason }]);
  });

  test("that was not made for a second page there, as every offer but a downsell", () => {
    const decision = decide(buildSnapshot(), { ...buildRequest(), step: 2 }, buildHistory(), now);
    expect(decision).toMatchObject({ outcome: "nothing", candidates: [{ code: "notAfterDecline" }] });
  });

  test.each([["declined before", { declined: ["offer-1"] }, "declinedBefore"], ["accepted on this purchase", { accepted: ["offer-1"] }, "acceptedBefore"]])("%s", (_case, answers, code) => {
    expect(decide(buildSnapshot(), buildRequest(), buildHistory(answers), now).candidates).toMatchObject([{ code }]);
  });
});

describe("does not offer a product", () => {
  const inOrder = { id: 100 };
  test.each<[ProductReason["code"], Partial<CatalogueProduct>, Partial<OfferContent>]>([
    ["missing", { id: 999 }, {}], ["missing", {}, { products: [{ productId: 200, variantIds: [4] }] }], ["inOrder", inOrder, { products: [{ productId: 100, variantIds: [] }] }],
    ["notActive", { status: "draft" }, {}], ["unpublished", { isPublished: false }, {}], ["giftCard", { isGiftCard: true }, {}],
    ["free", { variants: [buildVariant({ priceMinor: 0 })] }, {}], ["free", {}, { discount: { kind: "fixed", amountMinor: 1_000 } }],
    ["soldOut", { variants: [buildVariant({ available: 0 })] }, {}], ["soldOut", { variants: [buildVariant({ available: -3 })] }, {}],
  ])("that is %s", (code, product, content) => {
    const decision = decideWith([buildOffer({ content })], [buildProduct(product)]);
    expect(decision.candidates).toMatchObject([{ code: "noProduct", products: [{ code }] }]);
  });
});

test("takes the first product that can be offered and those of its variants that can", () => {
  const products = [
    buildProduct({ id: 200, variants: [buildVariant({ available: 0 })] }),
    buildProduct({ id: 201, variants: [buildVariant({ id: 1, available: 0 }), buildVariant({ id: 2, available: null }), buildVariant({ id: 3 }), buildVariant({ id: 4 })] }),
  ];
  const content = { products: [{ productId: 200, variantIds: [] }, { productId: 201, variantIds: [1, 2, 3] }] };
  expect(decideWith([buildOffer({ content })], products).chosen?.presented).toMatchObject({ productId: 201, variants: [{ variantId: 2 }, { variantId: 3 }] });
});

describe("reasons that end the matter", () => {
  const shop = "demo.myshopify.com";
  test("a customer in the hold-out is offered nothing, one outside it is", () => {
    const percent = 50;
    const keys = Array.from({ length: 40 }, (_, index) => `c:${index + 1}`);
    for (const customerKey of keys) {
      const { general, outcome } = decide(buildSnapshot({ holdOutPercent: percent }), buildRequest({ customerKey }), buildHistory(), now);
      expect([general, outcome]).toEqual(holdOutPoint(shop, customerKey) < 0.5 ? ["holdOut", "nothing"] : [null, "offered"]);
    }
  });

  test("an order in another currency than the shop's", () => {
    expect(decide(buildSnapshot(), buildRequest({ currency: "EUR" }), buildHistory(), now)).toMatchObject({ outcome: "nothing", general: "otherCurrency", candidates: [] });
  });

  test("a shop without offers", () => {
    expect(decideWith([])).toMatchObject({ outcome: "nothing", general: "noOffers" });
  });
});

const offer = fc.record({
  status: fc.constantFrom("active" as const, "paused" as const),
  rule: fc.constantFrom<OfferContent["rule"]>({ ...met, conditions: [] }, never, unknowable),
  products: fc.uniqueArray(fc.constantFrom(100, 200, 201, 202, 999), { minLength: 1 }),
  discount: fc.oneof(fc.constant({ kind: "none" as const }), fc.record({ kind: fc.constant("percentage" as const), percent: fc.integer({ min: 1, max: 100 }) }), fc.record({ kind: fc.constant("fixed" as const), amountMinor: fc.integer({ min: 1, max: 3_000 }) })),
});
const shopOf = fc.record({ offers: fc.array(offer, { maxLength: 6 }), price: fc.integer({ min: 0, max: 10_000 }), available: fc.option(fc.integer({ min: -2, max: 5 })) }).map(({ offers, price, available }) => ({
  offers: offers.map(({ status, products, ...content }, index) => buildOffer({ id: `offer-${index}`, priority: index, status, content: { ...content, products: products.map((productId) => ({ productId, variantIds: [] })) } })),
  products: [100, 200, 201, 202].map((id) => buildProduct({ id, variants: [buildVariant({ id: id * 10, priceMinor: price, available })] })),
}));

test("whatever the shop: same answer again, every candidate has one reason, nothing already in the order, nothing dearer or below zero", () => {
  fc.assert(fc.property(shopOf, (shop) => {
    const snapshot = buildSnapshot(shop);
    const request = buildRequest({ lines: [buildLine({ productId: 100 })] });
    const decision = decide(snapshot, request, buildHistory(), now);
    expect(decide({ ...snapshot, offers: [...snapshot.offers].reverse() }, request, buildHistory(), now)).toEqual(decision);
    expect(decision.candidates.map(({ offerId }) => offerId)).toEqual(shop.offers.map(({ id }) => id));
    expect(decision.candidates.filter(({ code }) => code === "chosen")).toHaveLength(decision.chosen ? 1 : 0);
    expect(decision.outcome).toBe(decision.chosen ? "offered" : "nothing");
    if (!decision.chosen) return;
    expect(decision.chosen.presented.productId).not.toBe(100);
    for (const variant of decision.chosen.presented.variants) {
      expect(variant.discountedMinor).toBeGreaterThanOrEqual(0);
      expect(variant.discountedMinor).toBeLessThanOrEqual(variant.priceMinor);
      expect(variant.maxQuantity).toBeGreaterThanOrEqual(1);
    }
  }));
});
