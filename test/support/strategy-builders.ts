import type { CatalogueProduct } from "../../app/domain/catalogue/product";
import { buildCatalogueIndex } from "../../app/domain/strategies/catalogue-index";
import type { StrategyInput } from "../../app/domain/strategies/input";
import { buildLadderIndex } from "../../app/domain/strategies/ladder-index";
import { NO_SOURCES, type Sources } from "../../app/domain/strategies/sources";
import { buildPolicy, NOW } from "./courtesy-builders";
import { buildFacts, buildLine, buildProduct, buildVariant } from "./domain-builders";

/** A product with one variant of ten times its id, at a price. */
export function priced(id: number, priceMinor: number, over: Partial<CatalogueProduct> = {}): CatalogueProduct {
  return buildProduct({ id, title: `Product ${id}`, handle: `product-${id}`, variants: [buildVariant({ id: id * 10, priceMinor })], ...over });
}

type Over = Partial<Omit<StrategyInput, "catalogue" | "ladder" | "sources">> & { products?: readonly CatalogueProduct[]; sources?: Partial<Sources>; bought?: readonly number[] };

/** An order of product 100, in a shop of the products given, with nothing else known. */
export function buildStrategyInput({ products = [priced(100, 2_000), priced(200, 1_000)], sources, bought = [100], ...over }: Over = {}): StrategyInput {
  return {
    facts: buildFacts({ lines: bought.map((productId) => buildLine({ productId, variantId: productId * 10 })) }), content: { discount: { kind: "none" } },
    catalogue: buildCatalogueIndex(products), ladder: buildLadderIndex(products), sources: { ...NO_SOURCES, ...sources }, purchases: [],
    policy: buildPolicy(), courtesy: () => null, staffExclusions: { productIds: [], collectionIds: [], tags: [] }, declined: null, now: NOW, limit: 3, ...over,
  };
}
