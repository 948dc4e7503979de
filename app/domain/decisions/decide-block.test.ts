import { describe, expect, test } from "vitest";
import { buildCourtesyHistory } from "../../../test/support/courtesy-builders";
import { buildHistory, buildLine, buildOffer, buildProduct, buildRequest, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import type { Encounter } from "../courtesy/history";
import type { Offer, OfferContent } from "../offers/offer";
import { defaultPlacementSettings } from "../placements/settings";
import { decide } from "./decide";
import type { CustomerHistory, DecisionRequest, ShopSnapshot } from "./decision";

const now = new Date("2026-11-21T12:00:00Z");
const products = [200, 201, 202].map((id) => buildProduct({ id, handle: `p-${String(id)}`, variants: [buildVariant({ id: id * 10 })] }));
const many = { placements: ["thank-you" as const], products: products.map(({ id }) => ({ productId: id, variantIds: [] })) };
const withStrategy = (strategy: NonNullable<OfferContent["strategy"]>): Partial<OfferContent> => ({ placements: ["thank-you"], products: [], strategy });
const coupon = withStrategy({ kind: "coupon", discount: { kind: "fixed", amountMinor: 500 }, validDays: 30, minSubtotalMinor: 2_000 });
const link = withStrategy({ kind: "collectionLink", collectionId: 7 });
const thanks = withStrategy({ kind: "thankYouOnly" });

interface Scene {
  offers: Offer[];
  snapshot?: Partial<ShopSnapshot>;
  request?: Partial<DecisionRequest>;
  history?: Partial<CustomerHistory>;
}

function decideAt({ offers, snapshot = {}, request = {}, history = {} }: Scene) {
  const { products: _own, ...rest } = snapshot;
  const shop = buildSnapshot({ offers, products: products.map((product) => ({ ...product, collectionIds: [7] })), ...rest });
  return decide(shop, { ...buildRequest(), placement: "thank-you", room: 3, ...request }, { ...buildHistory(), ...history }, now);
}

test("a block shows as many products as it has room for, in staff's order, with what the offer saves", () => {
  const { shown, chosen } = decideAt({ offers: [buildOffer({ content: { ...many, discount: { kind: "percentage", percent: 10 } } })], request: { room: 2 } });
  expect(shown?.block).toMatchObject({
    kind: "products", currency: "GBP", currencyExponent: 2, saving: { kind: "percentage", percent: 10 },
    products: [{ productId: 200, url: "https://demo.myshopify.com/products/p-200", reason: "chosen", variants: [{ variantId: 2000, priceMinor: 1000, discountedMinor: 900 }] }, { productId: 201 }],
  });
  expect(chosen?.presented.productId).toBe(200);
});

test("what is in the order is left out, and the rest moves up", () => {
  const { shown } = decideAt({ offers: [buildOffer({ content: many })], request: { facts: { ...buildRequest().facts, lines: [buildLine({ productId: 200 })] } } });
  expect(shown?.block.kind === "products" && shown.block.products.map(({ productId }) => productId)).toEqual([201, 202]);
});

test("the post-purchase page is told of one product and of no block", () => {
  const decision = decideAt({ offers: [buildOffer({ content: { ...many, placements: ["post-purchase"] } })], request: { placement: "post-purchase" } });
  expect(decision.chosen?.presented.productId).toBe(200);
  expect(decision).not.toHaveProperty("shown");
});

describe("what is no product", () => {
  test.each<[string, Partial<OfferContent>, Partial<ShopSnapshot>, object]>([
    ["a coupon", coupon, {}, { kind: "coupon", saving: { kind: "fixed", amount: { minor: 500, currency: "GBP", exponent: 2 } }, minSubtotal: { minor: 2_000 }, validDays: 30 }],
    ["a link", link, { collectionHandles: new Map([[7, "candles & more"]]) }, { kind: "link", url: "https://demo.myshopify.com/collections/candles%20%26%20more", productCount: 3 }],
  ])("%s is an offer", (_case, content, snapshot, block) => {
    const decision = decideAt({ offers: [buildOffer({ content })], snapshot });
    expect(decision).toMatchObject({ outcome: "offered", chosen: null, candidates: [{ code: "chosen" }] });
    expect(decision.shown?.block).toMatchObject(block);
  });

  test("thanks are shown, and are no offer", () => {
    expect(decideAt({ offers: [buildOffer({ content: thanks })] })).toMatchObject({ outcome: "nothing", chosen: null, shown: { block: { kind: "thanks", title: "A candle with it?" } }, candidates: [{ code: "thanked" }] });
  });

  test("a link to a collection without a page is not shown", () => {
    expect(decideAt({ offers: [buildOffer({ content: link })] })).toMatchObject({ outcome: "nothing", shown: null, candidates: [{ code: "nothingFound", strategy: "collectionLink" }] });
  });

  test.each<[string, Offer[], string]>([
    ["products go before a coupon of the same priority", [buildOffer({ id: "a", content: coupon }), buildOffer({ id: "b", content: many })], "b"],
    ["a coupon goes before thanks of the same priority", [buildOffer({ id: "a", content: thanks }), buildOffer({ id: "b", content: coupon })], "b"],
    ["thanks that staff put first end the matter", [buildOffer({ id: "a", priority: 1, content: thanks }), buildOffer({ id: "b", priority: 2, content: many })], "a"],
  ])("%s", (_case, offers, id) => {
    expect(decideAt({ offers }).shown?.offer.id).toBe(id);
  });

  test("a placement shows only what it can", () => {
    const offers = [buildOffer({ content: { ...coupon, placements: ["checkout"] } })];
    expect(decideAt({ offers, request: { placement: "checkout" } }).candidates).toMatchObject([{ code: "notForPlacement", strategy: "coupon" }]);
  });
});

test("a placement that is switched off shows nothing and says so", () => {
  const placements = { ...defaultPlacementSettings(), "thank-you": { ...defaultPlacementSettings()["thank-you"], enabled: false } };
  expect(decideAt({ offers: [buildOffer({ content: many })], snapshot: { placements } })).toMatchObject({ outcome: "nothing", general: "switchedOff" });
});

describe("one offer lives in one place at a time", () => {
  const seen: Encounter = {
    offerId: "offer-1", placement: "post-purchase", referenceId: "checkout-1", step: 1, prices: [], offeredAt: new Date("2026-11-21T11:50:00Z"),
    expiresAt: new Date("2026-11-21T12:20:00Z"), shownAt: new Date("2026-11-21T11:51:00Z"), declinedAt: null, acceptedAt: null,
  };
  const reasonFor = (over: Partial<Encounter>, customerKey: string | null = "c:1") => {
    const courtesy = buildCourtesyHistory({ encounters: [{ ...seen, ...over }] });
    const facts = { ...buildRequest().facts, customerKey };
    return decideAt({ offers: [buildOffer({ content: many })], request: { facts }, history: { courtesy } }).candidates[0]?.code;
  };
  test.each<[string, Partial<Encounter>, string | null, string | undefined]>([
    ["seen elsewhere and open", {}, "c:1", "livesElsewhere"], ["of a guest, on this purchase", {}, null, "livesElsewhere"],
    ["of a guest, on another purchase", { referenceId: "checkout-0" }, null, "chosen"], ["of the customer, on another purchase", { referenceId: "checkout-0" }, "c:1", "livesElsewhere"],
    ["never seen", { shownAt: null }, "c:1", "chosen"], ["over", { expiresAt: now }, "c:1", "chosen"], ["another offer", { offerId: "offer-2" }, "c:1", "chosen"],
    ["declined there", { declinedAt: new Date("2026-11-21T11:52:00Z") }, "c:1", undefined], ["seen here", { placement: "thank-you", referenceId: "checkout-0" }, "c:1", "chosen"],
  ])("%s", (_case, over, customerKey, code) => {
    expect(reasonFor(over, customerKey)).toBe(code);
  });
});

test.each([["de-AT", "Eine Kerze dazu?", ""], ["de", "Eine Kerze dazu?", ""], ["fr", "A candle with it?", "English"], ["sv", "A candle with it?", "English"]])("speaks %s as far as staff translated", (locale, title, body) => {
  const content = { ...many, body: "English", texts: { de: { title: "Eine Kerze dazu?", body: "" } } };
  const facts = { ...buildRequest().facts, locale };
  expect(decideAt({ offers: [buildOffer({ content })], request: { facts } })).toMatchObject({ chosen: { presented: { title, body } }, shown: { block: { title, body } } });
});
