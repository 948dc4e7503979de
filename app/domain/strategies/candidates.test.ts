import { describe, expect, test } from "vitest";
import { buildPolicy, buildPurchase, daysAgo } from "../../../test/support/courtesy-builders";
import { buildVariant } from "../../../test/support/domain-builders";
import { buildStrategyInput, priced } from "../../../test/support/strategy-builders";
import type { CatalogueProduct } from "../catalogue/product";
import { candidatesOf } from "./candidates";
import type { StrategyInput } from "./input";
import type { Companion, ReorderDue } from "./sources";
import { courtesyOfferOf, manualStrategy, OfferStrategy } from "./strategy";

type Given = Parameters<typeof buildStrategyInput>[0];
const strategyOf = (input: unknown): OfferStrategy => OfferStrategy.parse(input);
const answer = (strategy: unknown, given: Given) => candidatesOf(strategyOf(strategy), buildStrategyInput(given));
const productsOf = (strategy: unknown, given: Given) => {
  const outcome = answer(strategy, given);
  if (outcome.kind !== "products") throw new Error(outcome.kind);
  return outcome;
};
const idsOf = (strategy: unknown, given: Given) => productsOf(strategy, given).candidates.map(({ productId }) => productId);
const companion = (productId: number, over: Partial<Companion> = {}): Companion => ({ productId, score: 1, withProductId: 100, orders: 31, ofOrders: 120, expected: 9, customers: 20, ...over });
const manual = (...ids: number[]) => ({ kind: "manual", products: ids.map((productId) => ({ productId })) });

describe("what is never offered", () => {
  const shop = [priced(100, 2_000), priced(200, 1_000)];
  const withProduct = (over: Partial<CatalogueProduct>): Given => ({ products: [priced(100, 2_000), priced(200, 1_000, over)] });
  test.each<[string, Given, string]>([
    ["sold out", withProduct({ variants: [buildVariant({ available: 0 })] }), "soldOut"],
    ["unpublished", withProduct({ isPublished: false }), "unpublished"],
    ["draft", withProduct({ status: "draft" }), "notActive"],
    ["gift card", withProduct({ isGiftCard: true }), "giftCard"],
    ["free", withProduct({ variants: [buildVariant({ priceMinor: 0 })] }), "free"],
    ["free by the discount", { content: { discount: { kind: "fixed", amountMinor: 1_000 } } }, "free"],
    ["unknown", { products: [priced(100, 2_000)] }, "missing"],
    ["in the order", { bought: [100, 200] }, "inOrder"],
    ["in the order and owned", { bought: [100, 200], purchases: [buildPurchase()] }, "inOrder"],
    ["owned, with nothing known of its buyers", { purchases: [buildPurchase()] }, "ownedNotRebought"],
    ["owned and not rebought", { purchases: [buildPurchase()], sources: { isRebought: () => false } }, "ownedNotRebought"],
    ["excluded by id", { products: shop, staffExclusions: { productIds: [200], collectionIds: [], tags: [] } }, "staffExcluded"],
    ["excluded by collection", { ...withProduct({ collectionIds: [7] }), staffExclusions: { productIds: [], collectionIds: [7], tags: [] } }, "staffExcluded"],
    ["excluded by tag", { ...withProduct({ tags: [" No-Upsell"] }), staffExclusions: { productIds: [], collectionIds: [], tags: ["no-upsell"] } }, "staffExcluded"],
  ])("%s", (_case, given, code) => {
    expect(productsOf(manual(200), given)).toEqual({ kind: "products", candidates: [], refused: [{ productId: 200, code }] });
  });

  test.each<[string, Given]>([
    ["owned and bought again by many", { purchases: [buildPurchase()], sources: { isRebought: () => true } }],
    ["bought before as a gift", { purchases: [buildPurchase({ gift: "certain" })] }],
  ])("but it is when %s", (_case, given) => {
    expect(idsOf(manual(200), given)).toEqual([200]);
  });
});

test("candidates are counted after courtesy, which sees their prices and evidence", () => {
  const asked: unknown[] = [];
  const courtesy: StrategyInput["courtesy"] = (product) => {
    asked.push(product);
    return product.productId === 200 ? { code: "boughtAsGift", productId: 200 } : null;
  };
  const given: Given = { limit: 1, courtesy, content: { discount: { kind: "percentage", percent: 10 } }, products: [priced(200, 1_000), priced(201, 500)], sources: { companions: () => [companion(200, { score: 2 }), companion(201)] } };
  expect(productsOf({ kind: "boughtTogether" }, given)).toMatchObject({ candidates: [{ productId: 201 }], refused: [{ code: "boughtAsGift", productId: 200 }] });
  expect(asked[0]).toEqual({ productId: 200, prices: [{ productId: 200, variantId: 2000, unitMinor: 900, listMinor: 1_000 }], evidence: { orders: 31, customers: 20 } });
});

test("manual: staff's order, as far as it goes", () => {
  expect(idsOf(manual(202, 999, 201, 200), { products: [200, 201, 202].map((id) => priced(id, 1_000)), limit: 2 })).toEqual([202, 201]);
});

test("an offer that names products is a manual strategy as staff may save it", () => {
  const strategy = manualStrategy([{ productId: 202, variantIds: [7] }, { productId: 200, variantIds: [] }]);
  expect(OfferStrategy.parse(strategy)).toEqual(strategy);
});

describe("bought together", () => {
  const strategy = { kind: "boughtTogether" };
  const products = [priced(100, 2_000, { collectionIds: [7] }), priced(200, 1_000), priced(201, 900), priced(202, 800, { collectionIds: [7] })];

  test("goes by score and carries its figures", () => {
    const { candidates } = productsOf(strategy, { products, sources: { companions: () => [companion(200, { score: 2 }), companion(201, { score: 4 })] } });
    expect(candidates).toMatchObject([{ productId: 201, score: 1, evidence: { kind: "boughtTogether", orders: 31, ofOrders: 120, expected: 9 } }, { productId: 200, score: 0.5 }]);
  });

  test.each<[string, Companion[], object, number]>([
    ["too few orders", [companion(200, { orders: 4 })], {}, 202],
    ["too few customers", [companion(200, { customers: 2 })], {}, 202],
    ["fewer orders than the strategy asks for", [companion(200)], { minOrders: 32 }, 202],
    ["what may not be offered", [companion(999)], {}, 202],
    ["what the strategy excludes", [companion(200)], { exclude: { productIds: [200] } }, 202],
    ["just enough", [companion(200, { orders: 5, customers: 3 })], {}, 200],
  ])("with %s", (_case, companions, over, first) => {
    const { candidates } = productsOf({ ...strategy, ...over }, { products, sources: { companions: () => companions } });
    expect(candidates[0]).toMatchObject({ productId: first, evidence: { kind: first === 200 ? "boughtTogether" : "sameCollection" } });
  });
});

describe("cold start, each kind called what it is", () => {
  const products = [
    priced(100, 2_000, { collectionIds: [7], tags: ["Tea"] }), priced(200, 1_900, { tags: ["tea "] }), priced(201, 300, { collectionIds: [7] }), priced(202, 1_900, { collectionIds: [7] }),
    ...Array.from({ length: 20 }, (_, index) => priced(300 + index, 10_000 + 100 * index)),
  ];
  test("collection before tag, near price before far, then bestsellers, then similar prices", () => {
    const { candidates } = productsOf({ kind: "boughtTogether" }, { products, limit: 5, sources: { bestsellers: () => [{ productId: 310, orders: 9 }, { productId: 100, orders: 4 }] } });
    expect(candidates.map(({ productId, evidence }) => [productId, evidence.kind])).toEqual([
      [202, "sameCollection"], [200, "sameTag"], [201, "sameCollection"], [310, "bestseller"], [300, "similarPrice"],
    ]);
    const scores = candidates.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  test("a group as wide as the shop is passed over", () => {
    const wide = Array.from({ length: 600 }, (_, index) => priced(100 + index, 1_000, { collectionIds: [7] }));
    expect(productsOf({ kind: "boughtTogether" }, { products: wide }).candidates[0]?.evidence.kind).toBe("similarPrice");
  });
});

test("bestseller: by orders of the days asked for", () => {
  const bestsellers: StrategyInput["sources"]["bestsellers"] = (days) => (days === 30 ? [{ productId: 201, orders: 5 }, { productId: 200, orders: 9 }, { productId: 202, orders: 0 }] : []);
  const { candidates } = productsOf({ kind: "bestseller", days: 30 }, { products: [200, 201, 202].map((id) => priced(id, 500)), sources: { bestsellers } });
  expect(candidates.map(({ productId, evidence }) => [productId, evidence])).toEqual([[200, { kind: "bestseller", orders: 9, days: 30 }], [201, { kind: "bestseller", orders: 5, days: 30 }]]);
});

describe("reorder", () => {
  const due = (over: Partial<ReorderDue> = {}): ReorderDue => ({ productId: 200, score: 1, timesBought: 4, dueFrom: daysAgo(-2), dueUntil: daysAgo(-9), repeats: 40, repeatCustomers: 12, ...over });
  test.each<[string, ReorderDue, boolean | null, boolean]>([
    ["due within the lead days", due(), true, true],
    ["due within its range", due({ dueFrom: daysAgo(5), dueUntil: daysAgo(0) }), true, true],
    ["not due yet", due({ dueFrom: daysAgo(-4) }), true, false],
    ["past its range", due({ dueFrom: daysAgo(9), dueUntil: daysAgo(1) }), true, false],
    ["that nobody rebuys", due(), false, false],
    ["of which it is not known", due(), null, false],
    ["rebought by too few", due({ repeatCustomers: 2 }), true, false],
  ])("a product %s", (_case, reorder, isRebought, isOffered) => {
    const given = { purchases: [buildPurchase()], sources: { reorders: () => [reorder], isRebought: () => isRebought } };
    expect(idsOf({ kind: "reorder" }, given)).toEqual(isOffered ? [200] : []);
  });

  test("is the one strategy that courtesy takes for personal, and downsell the one that answers a decline", () => {
    const seen = [{ kind: "reorder" }, { kind: "downsell", by: ["cheaper"] }, { kind: "bestseller" }].map((one) => courtesyOfferOf("a", strategyOf(one)));
    expect(seen.map(({ isPersonal, isDownsell }) => [isPersonal, isDownsell])).toEqual([[true, false], [false, true], [false, false]]);
  });
});

describe("answers without products", () => {
  const products = [priced(100, 2_000, { collectionIds: [7] }), priced(200, 1_000, { collectionIds: [7] }), priced(201, 1_000, { collectionIds: [8], status: "draft" })];
  test.each([
    [{ kind: "collectionLink", collectionId: 7 }, { kind: "link", collectionId: 7, productCount: 1 }],
    [{ kind: "collectionLink", collectionId: 8 }, { kind: "products", candidates: [], refused: [] }],
    [{ kind: "thankYouOnly" }, { kind: "thanks" }],
    [{ kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30 }, { kind: "coupon", coupon: { validDays: 30, minSubtotalMinor: null } }],
  ])("%o", (strategy, outcome) => {
    expect(answer(strategy, { products })).toMatchObject(outcome);
  });
});

describe("downsell", () => {
  const coffee = (id: number, size: string, priceMinor: number, over: Partial<CatalogueProduct> = {}) => priced(id, priceMinor, { title: `Coffee Monsoon ${size}`, productType: "Coffee", ...over });
  const declined = { offerId: "0195b1f6-0000-7000-8000-000000000001", productId: 200, prices: [{ productId: 200, variantId: 2000, unitMinor: 1_800 }] };
  const products = [priced(100, 2_000), coffee(200, "1 kg", 2_000), coffee(201, "250 g", 700), priced(202, 900, { title: "Coffee Blend", productType: "coffee" }), coffee(203, "5 kg", 8_000), coffee(204, "2 kg", 1_500)];
  const by = (...ways: string[]) => ({ kind: "downsell", by: ways });

  test.each<[string, object, Given, [number, string][]]>([
    ["cheaper, most alike first", by("cheaper"), {}, [[201, "cheaper"], [202, "cheaper"]]],
    ["nothing so cheap that it is another thing", by("cheaper"), { content: { discount: { kind: "percentage", percent: 60 } } }, [[204, "cheaper"], [202, "cheaper"]]],
    ["the same in a smaller size", by("smaller"), {}, [[201, "smaller"]]],
    ["by the ways in staff's order", by("smaller", "cheaper"), {}, [[201, "smaller"], [202, "cheaper"]]],
    ["no better price unless the policy allows", by("betterDiscount"), { content: { discount: { kind: "percentage", percent: 20 } } }, []],
    ["a better price where it does", by("betterDiscount"), { content: { discount: { kind: "percentage", percent: 20 } }, policy: buildPolicy({ mayImproveDeclined: true }) }, [[200, "betterDiscount"]]],
    ["no worse price", by("betterDiscount"), { content: { discount: { kind: "percentage", percent: 10 } }, policy: buildPolicy({ mayImproveDeclined: true }) }, []],
    ["nothing on a first page", by("cheaper", "smaller"), { declined: null }, []],
    ["nothing for another offer's decline", { ...by("cheaper"), ofOfferId: "0195b1f6-0000-7000-8000-000000000002" }, {}, []],
    ["its own offer's decline", { ...by("smaller"), ofOfferId: declined.offerId }, {}, [[201, "smaller"]]],
  ])("answers with %s", (_case, strategy, given, expected) => {
    const { candidates } = productsOf(strategy, { products, declined, ...given });
    expect(candidates.map(({ productId, evidence }) => [productId, evidence.kind === "downsell" && evidence.way])).toEqual(expected);
  });

  test("with the smaller variants of the product itself", () => {
    const sizes = [buildVariant({ id: 2000, title: "500 ml", priceMinor: 1_800 }), buildVariant({ id: 2001, title: "0.1 l", priceMinor: 500 }), buildVariant({ id: 2002, title: "1 l", priceMinor: 1_000 }), buildVariant({ id: 2003, title: "50 ml, crystal", priceMinor: 1_900 })];
    const { candidates } = productsOf(by("smaller"), { products: [priced(100, 1), priced(200, 0, { title: "Oil", variants: sizes })], declined });
    expect(candidates).toMatchObject([{ productId: 200, variantIds: [2001], evidence: { way: "smaller", fromMinor: 1_800, toMinor: 500 } }]);
  });
});
