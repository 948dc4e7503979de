import type { CatalogueProduct } from "../catalogue/product";
import { bestsellerProposals } from "./bestseller";
import type { Proposal } from "./candidate";
import { entryPrice, placeOfPrice, type CatalogueIndex } from "./catalogue-index";
import { byScore } from "./collect";
import type { StrategyInput } from "./input";
import { ReadOnce } from "./read-once";
import { priceNearness, relatedProductsOf } from "./related-products";

const BESTSELLER_DAYS = 90;
const PRICE_NEIGHBOURS = 100;
/** Each kind of reason counts for less than the one before, and starts below its last. */
const KIND_WEIGHT = { related: 1, bestseller: 0.5, similarPrice: 0.25 };

/**
 * What to offer while too few orders are known: products that share narrow collections or tags with the order's, then
 * bestsellers, then products of similar price. Within a kind those near the order's usual price and popular ones gain.
 * A kind is looked for when the one before is used up, and no more than once for an order's lines.
 */
export function coldStartProposals(input: StrategyInput): Iterable<Proposal> {
  const popular = bestsellerProposals(input, BESTSELLER_DAYS);
  const { facts: { lines }, catalogue } = input;
  if (last?.lines === lines && last.popular === popular && last.catalogue === catalogue) return last.list;
  const list = new ReadOnce(proposalsOf(input, popular));
  last = { lines, popular, catalogue, list };
  return list;
}

/** Of the order last in hand, whose lines several offers and questions share. */
let last: { lines: StrategyInput["facts"]["lines"]; popular: readonly Proposal[]; catalogue: CatalogueIndex; list: ReadOnce<Proposal> } | null = null;

function* proposalsOf(input: StrategyInput, popular: readonly Proposal[]): Generator<Proposal> {
  const products = orderedProducts(input);
  const anchorMinor = usualPrice(products);
  yield* scaled(relatedProductsOf(input.catalogue).proposals(products, anchorMinor, popular), KIND_WEIGHT.related);
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

function similarPriceProposals({ catalogue: { byPrice } }: StrategyInput, aroundMinor: number): Proposal[] {
  const place = placeOfPrice(byPrice, aroundMinor);
  return byPrice.slice(Math.max(0, place - PRICE_NEIGHBOURS), place + PRICE_NEIGHBOURS)
    .map(({ product, priceMinor }) => ({
      productId: product.id, variantIds: [], score: priceNearness(priceMinor, aroundMinor), evidence: { kind: "similarPrice" as const, priceMinor, aroundMinor },
    }))
    .sort(byScore);
}
