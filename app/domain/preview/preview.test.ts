import { describe, expect, test } from "vitest";
import { buildContent, buildFacts, buildLine, buildOffer, buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import { priced } from "../../../test/support/strategy-builders";
import type { ShopSnapshot } from "../decisions/decision";
import type { OfferContent } from "../offers/offer";
import { defaultPlacementSettings } from "../placements/settings";
import type { PreviewedPlacement } from "./contract";
import { decidePreview } from "./decide-preview";
import { placementsOwn, previewContent } from "./preview-content";
import { sampleContent } from "./sample-content";
import { mayFitAnotherOrder, sampleFacts } from "./sample-facts";

const now = new Date("2026-11-22T10:00:00Z");

function previewed(content: Partial<OfferContent>, { placement = "post-purchase", snapshot = buildSnapshot(), lines = [buildLine()] }: { placement?: PreviewedPlacement; snapshot?: ShopSnapshot; lines?: ReturnType<typeof buildLine>[] } = {}) {
  return decidePreview(snapshot, buildContent({ placements: [placement], ...content }), { placement, facts: buildFacts({ lines }), gift: null, room: 3 }, {}, now);
}

describe("what a draft comes to", () => {
  test("a page after the payment has the product at the draft's price", () => {
    const preview = previewed({ title: "One more?", discount: { kind: "percentage", percent: 20 } });
    expect(preview).toMatchObject({ kind: "page", offer: { title: "One more?", productTitle: "Candle", variants: [{ priceMinor: 1_000, discountedMinor: 800 }] } });
  });

  test("a block has the text in the shopper's language", () => {
    const texts = { de: { title: "Passt dazu", body: "" } };
    const content = buildContent({ placements: ["thank-you"], texts });
    const preview = decidePreview(buildSnapshot(), content, { placement: "thank-you", facts: buildFacts({ locale: "de" }), gift: null, room: 3 }, {}, now);
    expect(preview).toMatchObject({ kind: "block", block: { kind: "products", title: "Passt dazu" } });
  });

  test("placements that are switched off and customers held out are drawn all the same", () => {
    const placements = { ...defaultPlacementSettings(), "post-purchase": { enabled: false } };
    expect(previewed({}, { snapshot: buildSnapshot({ placements, holdOutPercent: 100 }) }).kind).toBe("page");
  });

  test.each([
    ["giftCard", buildProduct({ isGiftCard: true })],
    ["soldOut", buildProduct({ variants: [buildVariant({ available: 0 })] })],
    ["unpublished", buildProduct({ isPublished: false })],
  ] as const)("a product that is %s is named with that reason", (reason, product) => {
    expect(previewed({}, { snapshot: buildSnapshot({ products: [product] }) })).toEqual({ kind: "nothing", why: { code: "refused", products: [{ title: "Candle", reason }] } });
  });

  test("what the order holds already may fit another order", () => {
    const preview = previewed({}, { lines: [buildLine({ productId: 200 })] });
    expect(preview).toEqual({ kind: "nothing", why: { code: "refused", products: [{ title: "Candle", reason: "inOrder" }] } });
    expect(preview.kind === "nothing" && mayFitAnotherOrder(preview.why)).toBe(true);
  });

  test.each([
    ["a coupon on the page after the payment", { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: null }, { code: "notForPlacement", strategy: "coupon" }],
    ["thanks on the page after the payment", { kind: "thankYouOnly" }, { code: "thanked" }],
    ["what is bought together with nothing known", { kind: "boughtTogether", exclude: { productIds: [], collectionIds: [], tags: [] } }, { code: "nothingFound", strategy: "boughtTogether" }],
  ] as const)("%s says why there is nothing", (_name, strategy, why) => {
    // Nothing else is for sale that could stand in for companions.
    const snapshot = buildSnapshot({ products: [] });
    expect(previewed({ products: [], strategy: strategy as OfferContent["strategy"] }, { snapshot })).toEqual({ kind: "nothing", why });
  });

  test("a downsell follows the live offer that it answers, and says so when there is none", () => {
    const products = [buildProduct({ productType: "Candles" }), priced(300, 600, { title: "Plain candle", productType: "Candles" })];
    const strategy: OfferContent["strategy"] = { kind: "downsell", ofOfferId: null, by: ["cheaper"], exclude: { productIds: [], collectionIds: [], tags: [] } };
    const content = { products: [], strategy };
    expect(previewed(content, { snapshot: buildSnapshot({ products, offers: [buildOffer()] }) })).toMatchObject({ kind: "page", offer: { productTitle: "Plain candle" } });
    expect(previewed(content, { snapshot: buildSnapshot({ products, offers: [] }) })).toEqual({ kind: "nothing", why: { code: "noFirstOffer" } });
  });
});

describe("a draft as it is typed", () => {
  const draft = buildContent();

  test("is drawn at any time, its rule asked apart", () => {
    const rule = { kind: "all", conditions: [{ kind: "country", match: "any", countries: ["DE"] }] };
    const read = previewContent({ ...draft, schedule: { startsAt: "2031-01-01T00:00", endsAt: null }, rule }, "thank-you");
    expect(read).toMatchObject({ ok: true, content: { placements: ["thank-you"], schedule: { startsAt: null }, rule: { conditions: [] } } });
  });

  test("leaves out what is typed wrongly", () => {
    const read = previewContent({ ...draft, discount: { kind: "percentage", percent: Number.NaN }, quantityLimit: Number.NaN, body: "x".repeat(501), rule: { kind: "all", conditions: [{}] } }, "checkout");
    expect(read).toMatchObject({ ok: true, rule: null, content: { discount: { kind: "none" }, quantityLimit: 1, body: "" } });
  });

  test.each([
    ["without products", { ...draft, products: [] }, "noProducts"],
    ["with a strategy that is not filled in", { ...draft, products: [], strategy: { kind: "collectionLink", collectionId: null } }, "unfinished"],
    ["that is none", null, "noProducts"],
  ])("%s says so", (_name, typed, code) => {
    expect(previewContent(typed, "thank-you")).toEqual({ ok: false, why: { code } });
  });
});

test("a placement's own offer is the one that it asks first", () => {
  const offers = [
    buildOffer({ id: "b", priority: 2, content: { name: "Second", placements: ["checkout"] } }),
    buildOffer({ id: "a", priority: 1, content: { name: "First", placements: ["checkout"] } }),
    buildOffer({ id: "c", priority: 0, content: { name: "Elsewhere" } }),
  ];
  expect(placementsOwn(offers, "checkout")?.name).toBe("First");
  expect(placementsOwn(offers, "account")).toBeNull();
});

test("a placement without an offer of its own is drawn with a sample", () => {
  const content = sampleContent(buildSnapshot(), "en");
  const preview = decidePreview(buildSnapshot(), content, { placement: "thank-you", facts: buildFacts(), gift: null, room: 3 }, {}, now);
  expect(preview).toMatchObject({ kind: "block", block: { title: "You may also like" } });
  const empty = buildSnapshot({ products: [] });
  expect(decidePreview(empty, sampleContent(empty, "en"), { placement: "thank-you", facts: buildFacts(), gift: null, room: 3 }, {}, now)).toEqual({ kind: "nothing", why: { code: "emptyCatalogue" } });
});

test("a sample has what the catalogue can offer, in the shopper's language", () => {
  const products = [buildProduct({ id: 1, isGiftCard: true }), buildProduct({ id: 2 })];
  expect(sampleContent(buildSnapshot({ products }), "de")).toMatchObject({ title: "Das könnte Ihnen auch gefallen", products: [{ productId: 2 }] });
});

test("in the customer account there is no order in hand", () => {
  const order = { customerKey: "c:1", currency: "EUR", countryCode: "DE", totalMinor: 900, priorOrders: 2, lines: [{ productId: 200, variantId: 2001, quantity: 1, totalMinor: 900 }] };
  expect(sampleFacts(order, "account", "de", buildSnapshot(), now)).toMatchObject({ isWithoutOrder: true, lines: [], currency: "GBP", customerKey: "c:1" });
  expect(sampleFacts(order, "thank-you", "de", buildSnapshot(), now)).toMatchObject({ currency: "EUR", totalMinor: 900, lines: [{ productId: 200, catalogue: { vendor: "" } }] });
});
