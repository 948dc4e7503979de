import type { CatalogueProduct, CatalogueVariant } from "../catalogue/product";
import { discountedPrice } from "../decisions/offerable";
import type { Proposal, StrategyOutcome } from "./candidate";
import { byScore, collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { DeclinedOffer, StrategyInput } from "./input";
import { findKin } from "./kin";
import { isSmaller, readMeasure, type Measure } from "./measure";
import type { DownsellWay, StrategyOf } from "./strategy";
import { titleSimilarity, titleWords } from "./title-words";

/** A cheaper choice costs between a fifth and four fifths of what was declined: less is another thing, more no answer. */
const CHEAPER_SHARE = { least: 0.2, most: 0.8 };
/** How alike the titles of two sizes of one thing are, sizes left out. */
const SAME_THING = 0.99;

/** What was declined, as one price: the lowest that was shown. */
interface Declined {
  product: CatalogueProduct;
  unitMinor: number;
  shown: ReadonlyMap<number, number>;
  firstVariantId: number | undefined;
}

/** With the place of the way that is tried, from 0. */
type Attempt = Declined & { place: number };

/**
 * The answer to a decline on the page before: cheaper, smaller, or the same for less where the policy allows, by the
 * ways in staff's order. Without a decline there is nothing to answer, so a first page gets none, and as a downsell is
 * never answered itself, no third page comes of it.
 */
export function downsellCandidates(strategy: StrategyOf<"downsell">, input: StrategyInput): StrategyOutcome {
  const declined = findDeclined(strategy, input);
  const proposals = declined === null ? [] : strategy.by.flatMap((way, place) => proposalsBy(way, { ...declined, place }, input).sort(byScore));
  return collect(proposals, createExaminer(input, strategy.exclude), input.limit);
}

function findDeclined({ ofOfferId }: StrategyOf<"downsell">, { declined, catalogue }: StrategyInput): Declined | null {
  if (declined === null || (ofOfferId !== null && ofOfferId !== declined.offerId)) return null;
  const product = catalogue.byId.get(declined.productId);
  return product && declined.prices.length > 0 ? { product, ...pricesOf(declined) } : null;
}

function pricesOf({ prices }: DeclinedOffer): Omit<Declined, "product"> {
  return {
    unitMinor: Math.min(...prices.map(({ unitMinor }) => unitMinor)),
    shown: new Map(prices.map(({ variantId, unitMinor }) => [variantId, unitMinor])),
    firstVariantId: prices[0]?.variantId,
  };
}

function proposalsBy(way: DownsellWay, declined: Attempt, input: StrategyInput): Proposal[] {
  switch (way) {
    case "cheaper": return cheaper(declined, input);
    case "smaller": return smaller(declined, input);
    case "betterDiscount": return betterDiscount(declined, input);
  }
}

/** The same kind of thing for less, after this offer's discount. */
function cheaper(declined: Attempt, { ladder, content }: StrategyInput): Proposal[] {
  const { product, unitMinor } = declined;
  const least = unitMinor * CHEAPER_SHARE.least;
  const most = unitMinor * CHEAPER_SHARE.most;
  // A discounted product may have a list price above what was declined.
  return findKin(product, ladder, Math.ceil(least), unitMinor * 2).flatMap((kin) => {
    const toMinor = discountedPrice(kin.priceMinor, content.discount);
    if (toMinor < least || toMinor > most) return [];
    return [proposal("cheaper", declined, unitMinor, kin.product.id, [], toMinor, kin.kinship)];
  });
}

/** Smaller variants of the same product that cost less, else the same thing as a product of its own in a smaller size. */
function smaller(declined: Attempt, { ladder, content }: StrategyInput): Proposal[] {
  const { product, unitMinor, shown, firstVariantId } = declined;
  const first = product.variants.find(({ id }) => id === firstVariantId);
  const firstMinor = shown.get(firstVariantId ?? 0) ?? unitMinor;
  const size = (first && readMeasure(first.title)) ?? readMeasure(product.title);
  if (!size) return [];
  const price = (variant: CatalogueVariant) => discountedPrice(variant.priceMinor, content.discount);
  const variants = product.variants.filter((variant) => isSmallerTitle(variant.title, size) && price(variant) < firstMinor);
  if (variants.length > 0) {
    return [proposal("smaller", declined, firstMinor, product.id, variants.map(({ id }) => id), Math.min(...variants.map(price)), 1)];
  }
  const words = titleWords(product.title);
  return findKin(product, ladder, 1, firstMinor * 2).flatMap((kin) => {
    const toMinor = discountedPrice(kin.priceMinor, content.discount);
    const isSameThing = titleSimilarity(words, titleWords(kin.product.title)) >= SAME_THING;
    if (!isSameThing || !isSmallerTitle(kin.product.title, size) || toMinor >= firstMinor) return [];
    return [proposal("smaller", declined, firstMinor, kin.product.id, [], toMinor, toMinor / firstMinor)];
  });
}

function isSmallerTitle(title: string, size: Measure): boolean {
  const measure = readMeasure(title);
  return measure !== null && isSmaller(measure, size);
}

/** The variants that were shown, for less than they were shown for; none where the policy forbids it. */
function betterDiscount(declined: Attempt, { content, policy }: StrategyInput): Proposal[] {
  const { product, shown } = declined;
  if (!policy.mayImproveDeclined) return [];
  const improved = product.variants.flatMap(({ id, priceMinor }) => {
    const fromMinor = shown.get(id);
    const toMinor = discountedPrice(priceMinor, content.discount);
    return fromMinor !== undefined && toMinor < fromMinor ? [{ id, fromMinor, toMinor }] : [];
  });
  const first = improved[0];
  return first ? [proposal("betterDiscount", declined, first.fromMinor, product.id, improved.map(({ id }) => id), first.toMinor, 1)] : [];
}

function proposal(way: DownsellWay, { product, place }: Attempt, fromMinor: number, productId: number, variantIds: readonly number[], toMinor: number, score: number): Proposal {
  // What costs nothing is refused by the exclusions, but a score stays above 0.
  const evidence = { kind: "downsell" as const, way, place, fromProductId: product.id, fromMinor, toMinor };
  return { productId, variantIds, score: Math.max(score, Number.EPSILON), evidence };
}
