import type { StrategyCandidate } from "./candidate";
import { expectedNetMinor, type ShopFactors, type ValueFactors } from "./expected-value";

/** An offer with those of its candidates that passed everything. */
export interface OfferToRank {
  offerId: string;
  /** Staff's; smaller goes first. */
  priority: number;
  candidates: readonly StrategyCandidate[];
}

export interface RankedOffer extends OfferToRank {
  /** Best first. */
  candidates: readonly RankedCandidate[];
}

export interface RankedCandidate extends StrategyCandidate {
  expectedNetMinor: number;
}

/** What is known of a candidate besides its score. */
export type FactorsOf = (offerId: string, candidate: StrategyCandidate) => Omit<ValueFactors, "score">;

/**
 * Offers by staff's priority, then by the expected value of their best candidate, then by id. Within an offer the order
 * that staff gave its products or ways stands; inferred candidates go by expected value, then score, then id.
 */
export function rankOffers(offers: readonly OfferToRank[], factorsOf: FactorsOf, shop: ShopFactors): RankedOffer[] {
  return offers
    .filter(({ candidates }) => candidates.length > 0)
    .map((offer) => ({
      ...offer,
      candidates: offer.candidates
        .map((candidate) => ({ ...candidate, expectedNetMinor: expectedNetMinor({ ...factorsOf(offer.offerId, candidate), score: candidate.score }, shop) }))
        .sort(byPlaceThenValue),
    }))
    .sort((one, other) => one.priority - other.priority || valueOf(other) - valueOf(one) || (one.offerId < other.offerId ? -1 : Number(one.offerId > other.offerId)));
}

function valueOf({ candidates }: RankedOffer): number {
  return candidates[0]?.expectedNetMinor ?? -Infinity;
}

function byPlaceThenValue(one: RankedCandidate, other: RankedCandidate): number {
  return placeOf(one) - placeOf(other) || other.expectedNetMinor - one.expectedNetMinor || other.score - one.score || one.productId - other.productId;
}

/** Staff put products in order, or the ways of a downsell; the rest has one place. */
function placeOf({ evidence }: StrategyCandidate): number {
  return evidence.kind === "staffChoice" || evidence.kind === "downsell" ? evidence.place : 0;
}
