import type { OfferStrategy } from "../../domain/strategies/strategy";

/** What a strategy names by id: the products and collections that it leaves out or links to. */
export function idsInStrategy(strategy: OfferStrategy | undefined): { product: number[]; variant: number[]; collection: number[] } {
  if (strategy === undefined) return { product: [], variant: [], collection: [] };
  if (strategy.kind === "collectionLink") return { product: [], variant: [], collection: [strategy.collectionId] };
  return "exclude" in strategy
    ? { product: strategy.exclude.productIds, variant: [], collection: strategy.exclude.collectionIds }
    : { product: [], variant: [], collection: [] };
}
