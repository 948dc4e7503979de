import type { CatalogueProduct } from "../catalogue/product";
import { bestsellerProposals } from "./bestseller";
import type { Proposal } from "./candidate";
import { entryPrice, placeOfPrice } from "./catalogue-index";
import { byScore } from "./collect";
import type { StrategyInput } from "./input";
import { priceNearness, relatedProductsOf } from "./related-products";

const BESTSELLER_DAYS = 90;
const PRICE_NEIGHBOURS = 100;
/** Each kind of reason counts for less than the one before, and starts below its last. */
const KIND_WEIGHT = { related: 1, bestseller: 0.5, similarPrice: 0.25 };

/**
 * What to offer while too few orders are known: products that share narrow collections or tags with the order's, then
 * bestsellers, then products of similar price. Within a kind those near the order's usual price and popular ones gain.
 * A kind is looked for when the one before is used up.
 */
export function* coldStartProposals(input: StrategyInput): Generator<Proposal> {
  const products = orderedProducts(input);
  const anchorMinor = usualPrice(products);
  const popular = bestsellerProposals(input, BESTSELLER_DAYS);
  yield* scaled(relatedProductsOf(input.catalogue).proposals(products, anchorMinor, popularityOf(popular)), KIND_WEIGHT.related);
  yield* scaled(popular, KIND_WEIGHT.bestseller);
  if (anchorMinor !== null) yield* scaled(similarPriceProposals(input, anchorMinor), KIND_WEIGHT.similarPrice);
}

function* scaled(proposals: Iterable<Proposal>, weight: number): Generator<Proposal> {
  let best: number | null = null;
  for (const proposal of proposals) {
    best ??= proposal.score;
    yield { ...proposal, score: (weight / 2) * (1 + proposal.score / best) };
  }
}

function orderedProducts({ facts, catalogue }: StrategyInput): CatalogueProduct[] {
  const ids = [...new Set(facts.lines.map(({ productId }) => productId))].sort((one, other) => one - other);
  return ids.flatMap((id) => catalogue.byId.get(id) ?? []);
}

/** The median price of what was bought, the lower of two. */
function usualPrice(products: readonly CatalogueProduct[]): number | null {
  const prices = products.flatMap((product) => entryPrice(product) ?? []).sort((one, other) => one - other);
  return prices[Math.floor((prices.length - 1) / 2)] ?? null;
}

const popularities = new WeakMap<readonly Proposal[], ReadonlyMap<number, number>>();

/** By product: its orders as a share of the bestseller's. */
function popularityOf(popular: readonly Proposal[]): ReadonlyMap<number, number> {
  let known = popularities.get(popular);
  if (!known) {
    const mostOrders = popular[0]?.score ?? 1;
    popularities.set(popular, (known = new Map(popular.map(({ productId, score }) => [productId, score / mostOrders]))));
  }
  return known;
}

function similarPriceProposals({ catalogue: { byPrice } }: StrategyInput, aroundMinor: number): Proposal[] {
  const place = placeOfPrice(byPrice, aroundMinor);
  return byPrice.slice(Math.max(0, place - PRICE_NEIGHBOURS), place + PRICE_NEIGHBOURS)
    .map(({ product, priceMinor }) => ({
      productId: product.id, variantIds: [], score: priceNearness(priceMinor, aroundMinor), evidence: { kind: "similarPrice" as const, priceMinor, aroundMinor },
    }))
    .sort(byScore);
}
