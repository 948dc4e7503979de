import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPolicy, buildPurchase, daysAgo } from "../../../test/support/courtesy-builders";
import { buildVariant } from "../../../test/support/domain-builders";
import { buildStrategyInput, priced } from "../../../test/support/strategy-builders";
import type { CatalogueProduct } from "../catalogue/product";
import { candidatesOf } from "./candidates";
import { OfferStrategy } from "./strategy";

const id = fc.integer({ min: 100, max: 115 });
const product: fc.Arbitrary<Partial<CatalogueProduct> & { price: number; available: number | null }> = fc.record({
  price: fc.constantFrom(0, 100, 200, 250, 400, 1_000), available: fc.constantFrom(null, 0, 5),
  title: fc.constantFrom("Red mug 250 g", "Red mug 1 kg", "Blue mug", "Bowl", "花柄カップ"), productType: fc.constantFrom("", "Mugs", "mugs "), status: fc.constantFrom("active" as const, "active" as const, "draft" as const),
  collectionIds: fc.subarray([1, 2, 3]), tags: fc.subarray(["a", "A", "never"]), isGiftCard: fc.constantFrom(false, false, true), isPublished: fc.constantFrom(true, true, false),
});
const shops = fc.record({
  products: fc.array(product, { minLength: 4, maxLength: 16 }).map((all) => all.map(({ price, available, ...over }, index) =>
    priced(100 + index, price, { ...over, variants: [buildVariant({ id: (100 + index) * 10, priceMinor: price, available }), buildVariant({ id: (100 + index) * 10 + 1, title: "100 g", priceMinor: Math.floor(price / 2), available })] }))),
  bought: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), owned: fc.uniqueArray(id, { maxLength: 3 }), rebought: fc.uniqueArray(id, { maxLength: 4 }), excluded: fc.uniqueArray(id, { maxLength: 2 }),
  companions: fc.uniqueArray(fc.record({ productId: id, score: fc.integer({ min: 1, max: 4 }), orders: fc.integer({ min: 1, max: 20 }), customers: fc.integer({ min: 1, max: 9 }) }), { selector: (one) => one.productId }),
  popular: fc.uniqueArray(fc.record({ productId: id, orders: fc.integer({ min: 0, max: 5 }) }), { selector: (one) => one.productId }),
  discount: fc.constantFrom({ kind: "none" as const }, { kind: "percentage" as const, percent: 30 }, { kind: "fixed" as const, amountMinor: 200 }), declined: id, limit: fc.integer({ min: 1, max: 5 }),
});
const strategies: OfferStrategy[] = [
  { kind: "manual", products: [115, 100, 103, 107].map((productId) => ({ productId })) }, { kind: "boughtTogether" }, { kind: "priceLadder", maxStepPercent: 300 },
  { kind: "downsell", by: ["smaller", "cheaper", "betterDiscount"] }, { kind: "reorder" }, { kind: "bestseller" }, { kind: "collectionLink", collectionId: 1 }, { kind: "thankYouOnly" },
].map((strategy) => OfferStrategy.parse(strategy));

test("whatever the shop: the same answer again and for the catalogue in any order, never an excluded product, scores from 1 down", () => {
  fc.assert(fc.property(shops, fc.constantFrom(...strategies), fc.infiniteStream(fc.nat()), (shop, strategy, chance) => {
    const { products, bought, owned, rebought, excluded, companions, popular, discount, declined, limit } = shop;
    const build = (catalogue: readonly CatalogueProduct[]) => buildStrategyInput({
      products: catalogue, bought, limit, content: { discount }, policy: buildPolicy({ mayImproveDeclined: true }), staffExclusions: { productIds: excluded, collectionIds: [], tags: ["NEVER"] },
      purchases: owned.map((productId) => buildPurchase({ productId })), declined: { offerId: "a", productId: declined, prices: [{ productId: declined, variantId: declined * 10, unitMinor: 400 }] },
      sources: {
        companions: () => companions.map((one) => ({ ...one, withProductId: 100, ofOrders: 40, expected: 1 })), bestsellers: () => popular, isRebought: (productId) => rebought.includes(productId),
        reorders: () => rebought.map((productId) => ({ productId, score: 1, timesBought: 3, dueFrom: daysAgo(1), dueUntil: daysAgo(-1), repeats: 9, repeatCustomers: 5 })),
        movesUp: () => popular.map(({ productId, orders }) => ({ productId, customers: orders, ofCustomers: 9, orders: orders + 2 })),
      },
    });
    const outcome = candidatesOf(strategy, build(products));
    expect(candidatesOf(strategy, build(products))).toEqual(outcome);
    const shuffled = products.map((one) => ({ one, key: chance.next().value })).sort((a, b) => a.key - b.key).map(({ one }) => one);
    expect(candidatesOf(strategy, build(shuffled))).toEqual(outcome);
    if (outcome.kind !== "products") return;
    expect(outcome.candidates.length).toBeLessThanOrEqual(limit);
    expect(new Set(outcome.candidates.map(({ productId }) => productId)).size).toBe(outcome.candidates.length);
    if (outcome.candidates.length > 0) expect(Math.max(...outcome.candidates.map(({ score }) => score))).toBe(1);
    for (const { productId, variantIds, score } of outcome.candidates) {
      expect(score).toBeGreaterThan(0);
      const offered = products.find((one) => one.id === productId);
      expect(offered).toMatchObject({ status: "active", isPublished: true, isGiftCard: false });
      const least = discount.kind === "fixed" ? discount.amountMinor : 0;
      expect(offered?.variants.some((one) => (variantIds.length === 0 || variantIds.includes(one.id)) && one.priceMinor > least && one.available !== 0)).toBe(true);
      expect(offered?.tags).not.toContain("never");
      expect([...bought, ...excluded, ...owned.filter((one) => !rebought.includes(one))]).not.toContain(productId);
    }
  }), { numRuns: 600 });
});
