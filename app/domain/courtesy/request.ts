import type { Placement } from "../offers/placement";
import type { GiftConfidence } from "./gift-confidence";
import type { ShownPrice } from "./history";

/** The moment at which courtesy is asked whether a customer may be asked. */
export interface CourtesyRequest {
  shop: string;
  placement: Placement;
  referenceId: string;
  /** 2 for the page after a decline on the same purchase. */
  step: 1 | 2;
  /** Null when nobody is known: then only this purchase counts. */
  customerKey: string | null;
  /** Orders before this one; null when unknown. */
  priorOrders: number | null;
  /** Of the order in hand; null for no sign of a gift, and where there is no order. */
  gift: GiftConfidence | null;
  /** 0 to 100. */
  holdOutPercent: number;
  /** Offers that are active and scheduled now: the price that one of them showed still stands. */
  liveOfferIds: ReadonlySet<string>;
}

/** What courtesy has to know of an offer. */
export interface CourtesyOffer {
  offerId: string;
  /** It is chosen from what this customer bought before (a reorder), not from the order in hand. */
  isPersonal: boolean;
  /** It answers the decline of the page before. */
  isDownsell: boolean;
}

/** One product of an offer, as it would be shown. */
export interface CourtesyProduct {
  productId: number;
  prices: readonly OfferedPrice[];
  /** What an inferred choice rests on; null when nothing was inferred (staff chose it, or it is called popular). */
  evidence: { orders: number; customers: number } | null;
}

export interface OfferedPrice extends ShownPrice {
  /** Before the offer's discount. */
  listMinor: number;
}

/** Whether a moment in the history is the page just before: the decline that a second page answers. */
export function isPageBefore(encounter: { placement: Placement; referenceId: string; step: 1 | 2 }, request: CourtesyRequest): boolean {
  return request.step === 2 && encounter.step === 1 && encounter.placement === request.placement && encounter.referenceId === request.referenceId;
}

/** Whether an encounter is the very page that is being decided, which would replace it. */
export function isSamePage(encounter: { placement: Placement; referenceId: string; step: 1 | 2 }, request: CourtesyRequest): boolean {
  return encounter.step === request.step && encounter.placement === request.placement && encounter.referenceId === request.referenceId;
}
