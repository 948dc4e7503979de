import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";
import { bestsellerProposals } from "./bestseller";
import type { Proposal } from "./candidate";
import { entryPrice, placeOfPrice } from "./catalogue-index";
import { byScore } from "./collect";
import type { CandidateEvidence } from "./evidence";
import type { StrategyInput } from "./input";

/** A collection or tag with more products says little of any two of them, and would cost time on every decision. */
const WIDEST_GROUP = 500;
/** Tags are given more freely than collections. */
const TAG_WEIGHT = 0.5;
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
  yield* scaled(relatedProposals(input, products, anchorMinor, popular), KIND_WEIGHT.related);
  yield* scaled(popular, KIND_WEIGHT.bestseller);
  if (anchorMinor !== null) yield* scaled(similarPriceProposals(input, anchorMinor), KIND_WEIGHT.similarPrice);
}

function* scaled(proposals: readonly Proposal[], weight: number): Generator<Proposal> {
  const best = proposals[0]?.score ?? 1;
  for (const proposal of proposals) yield { ...proposal, score: (weight / 2) * (1 + proposal.score / best) };
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

function relatedProposals(input: StrategyInput, products: readonly CatalogueProduct[], anchorMinor: number | null, popular: readonly Proposal[]): Proposal[] {
  const { catalogue } = input;
  const found = new Map<number, { points: number; strongest: number; evidence: CandidateEvidence }>();
  const total = catalogue.byId.size;
  const visit = (members: readonly CatalogueProduct[], factor: number, evidence: CandidateEvidence) => {
    if (members.length < 2 || members.length > WIDEST_GROUP) return;
    // A group of a few products says more than one of hundreds; one that holds everything says nothing.
    const points = factor * Math.log((total + 1) / members.length);
    for (const { id } of members) {
      const held = found.get(id);
      if (!held) {
        found.set(id, { points, strongest: points, evidence });
        continue;
      }
      held.points += points;
      if (points <= held.strongest) continue;
      held.strongest = points;
      held.evidence = evidence;
    }
  };
  for (const { id: withProductId, collectionIds, tags } of products) {
    for (const collectionId of [...new Set(collectionIds)].sort((one, other) => one - other)) {
      const members = catalogue.byCollection.get(collectionId) ?? [];
      visit(members, 1, { kind: "sameCollection", withProductId, collectionId, size: members.length });
    }
    for (const tag of [...new Set(tags.map(fold))].sort()) {
      const members = catalogue.byTag.get(tag) ?? [];
      visit(members, TAG_WEIGHT, { kind: "sameTag", withProductId, tag, size: members.length });
    }
  }
  const popularity = popularityOf(popular);
  return [...found].map(([productId, { points, evidence }]) => {
    const product = catalogue.byId.get(productId);
    const score = points * (1 + priceNearness(product ? entryPrice(product) : null, anchorMinor)) * (1 + (popularity.get(productId) ?? 0));
    return { productId, variantIds: [], score, evidence };
  }).sort(byScore);
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

/** 1 at the same price, a half at twice or half of it; 0 where a price is not known. */
function priceNearness(priceMinor: number | null, anchorMinor: number | null): number {
  if (priceMinor === null || anchorMinor === null) return 0;
  return Math.min(priceMinor, anchorMinor) / Math.max(priceMinor, anchorMinor);
}
