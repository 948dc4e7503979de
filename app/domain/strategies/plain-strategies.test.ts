import fc from "fast-check";
import { expect, test } from "vitest";
import { buildStrategyInput, priced } from "../../../test/support/strategy-builders";
import type { CatalogueProduct } from "../catalogue/product";
import type { Proposal } from "./candidate";
import { entryPrice } from "./catalogue-index";
import { coldStartProposals } from "./cold-start";
import { byScore } from "./collect";
import { findKin } from "./kin";
import { priceLadderCandidates } from "./price-ladder";
import type { StrategyInput } from "./input";
import { priceNearness } from "./related-products";

const exclude = { productIds: [], collectionIds: [], tags: [] };
const words = ["tea", "red", "big", "cup"];
const shop = fc.array(fc.record({
  price: fc.integer({ min: 1, max: 6 }), collections: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), tags: fc.uniqueArray(fc.constantFrom("a", "B", "c"), { maxLength: 2 }),
  title: fc.subarray(words, { minLength: 1 }), type: fc.constantFrom("", "x"),
}), { minLength: 1, maxLength: 30 }).map((found) => found.map(({ price, collections, tags, title, type }, place) =>
  priced(place + 1, price * 100, { collectionIds: collections, tags, title: title.join(" "), productType: type })));
const given = fc.record({ products: shop, bought: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }), orders: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }) });

const input = ({ products, bought, orders }: { products: CatalogueProduct[]; bought: number[]; orders: number[] }): StrategyInput => {
  const list = orders.map((count, place) => ({ productId: place + 1, orders: count }));
  return buildStrategyInput({ products, bought, limit: 40, sources: { bestsellers: () => list, isRebought: () => true } });
};
const boughtIn = ({ facts, catalogue }: StrategyInput) => [...new Set(facts.lines.map(({ productId }) => productId))].sort((one, other) => one - other).flatMap((id) => catalogue.byId.get(id) ?? []);

/** What is shared, added up product by product without any arranging. */
function plainRelated(asked: StrategyInput): [number, number][] {
  const { catalogue, sources } = asked;
  const products = boughtIn(asked);
  const prices = products.flatMap((product) => entryPrice(product) ?? []).sort((one, other) => one - other);
  const anchor = prices[Math.floor((prices.length - 1) / 2)] ?? null;
  const sold = [...sources.bestsellers(90)];
  const most = Math.max(1, ...sold.map(({ orders }) => orders));
  const points = new Map<number, number>();
  for (const product of products) {
    const collections = [...product.collectionIds].sort().map((id) => [catalogue.byCollection.get(id) ?? [], 1] as const);
    const tags = product.tags.map((tag) => tag.toLowerCase()).sort().map((tag) => [catalogue.byTag.get(tag) ?? [], 0.5] as const);
    for (const [members, weight] of [...collections, ...tags]) {
      if (members.length < 2) continue;
      for (const { id } of members) points.set(id, (points.get(id) ?? 0) + weight * Math.log((catalogue.byId.size + 1) / members.length));
    }
  }
  const scored = [...points].map(([id, sum]): [number, number] => {
    const product = catalogue.byId.get(id);
    return [id, sum * (1 + priceNearness(product ? entryPrice(product) : null, anchor)) * (1 + (sold.find(({ productId }) => productId === id)?.orders ?? 0) / most)];
  });
  return scored.sort(([one, oneScore], [other, otherScore]) => otherScore - oneScore || one - other);
}

test("the cold start lists related products as adding up and sorting all of them does, however often it is read", () => {
  fc.assert(fc.property(given, (case_) => {
    const asked = input(case_);
    const plain = plainRelated(asked);
    const [, best = 1] = plain[0] ?? [];
    const expected = plain.map(([id, score]) => [id, 0.5 * (1 + score / best)]);
    for (let reading = 0; reading < 2; reading += 1) {
      const found = [...coldStartProposals(asked)].slice(0, plain.length);
      expect(found.map(({ productId, score }) => [productId, score])).toEqual(expected);
    }
  }));
});

/** Every step up from every product, the best of each, sorted. */
function plainLadder(asked: StrategyInput, maxStepPercent: number): Proposal[] {
  const best = new Map<number, Proposal>();
  for (const from of boughtIn(asked)) {
    const fromMinor = entryPrice(from) ?? 0;
    const highest = Math.floor((fromMinor * (100 + maxStepPercent)) / 100);
    for (const { product, priceMinor, kinship } of findKin(from, asked.ladder, Math.ceil((fromMinor * 110) / 100), highest)) {
      const score = kinship * (1 - (0.5 * (priceMinor - fromMinor)) / (highest - fromMinor));
      const held = best.get(product.id);
      if (!held || score > held.score) best.set(product.id, { productId: product.id, variantIds: [], score, evidence: { kind: "nextUp", fromProductId: from.id, fromMinor, toMinor: priceMinor, moved: null } });
    }
  }
  return [...best.values()].filter(({ productId }) => !asked.facts.lines.some((line) => line.productId === productId)).sort(byScore);
}

test("the price ladder gives what looking at every step from every product gives", () => {
  fc.assert(fc.property(given, fc.constantFrom(50, 100, 300), (case_, maxStepPercent) => {
    const asked = input(case_);
    const outcome = priceLadderCandidates({ kind: "priceLadder", maxStepPercent, exclude }, asked);
    const plain = plainLadder(asked, maxStepPercent);
    expect(outcome.kind === "products" && outcome.candidates).toEqual(plain.map((one) => ({ ...one, score: one.score / (plain[0]?.score ?? 1) })));
  }));
});
