import type { Placement } from "../offers/placement";
import type { CourtesyPolicy } from "./policy";
import type { GiftConfidence } from "./gift-confidence";

/** The price of one unit that a customer was shown. */
export interface ShownPrice {
  productId: number;
  variantId: number;
  unitMinor: number;
}

/** One offer made to a customer: a decision with the outcome "offered", whatever became of it. */
export interface Encounter {
  offerId: string;
  placement: Placement;
  /** The purchase it was made on. */
  referenceId: string;
  step: 1 | 2;
  /** Every variant that was shown, at its price there. */
  prices: readonly ShownPrice[];
  /** When it was decided. Until it expires unseen it may still be seen, so until then it counts as seen. */
  offeredAt: Date;
  expiresAt: Date;
  shownAt: Date | null;
  declinedAt: Date | null;
  acceptedAt: Date | null;
}

/** One line of one earlier order. */
export interface PastPurchase {
  orderId: number;
  productId: number;
  variantId: number;
  boughtAt: Date;
  /** What was paid for one unit. */
  unitMinor: number;
  /** No discount was on it. */
  atFullPrice: boolean;
  /** Of its order; null for no sign of a gift. */
  gift: GiftConfidence | null;
}

/** A return, refund or dispute; open while `closedAt` is null. A refund that was paid at once has both times the same. */
export interface ServiceCase {
  kind: "return" | "refund" | "dispute";
  openedAt: Date;
  closedAt: Date | null;
}

/**
 * What is known of one customer or guest key, across every placement: encounters and the opt-out from `decisions` with
 * `acceptances`, purchases and cases from `orders` with their lines. Lists are in any order.
 */
export interface CourtesyHistory {
  /** Declined ones ever; the others no longer ago than `encounterHorizonDays`. */
  encounters: readonly Encounter[];
  purchases: readonly PastPurchase[];
  cases: readonly ServiceCase[];
  /** "Don't show me offers"; null when never said. */
  optedOutAt: Date | null;
}

/** How far back encounters matter that were not declined; live offers of any age matter for the price they showed. */
export function encounterHorizonDays(policy: CourtesyPolicy): number {
  return Math.max(30, policy.quietDaysAfterDecline, policy.quietDaysAfterAcceptance, policy.restDaysOfDeclinedProduct);
}
