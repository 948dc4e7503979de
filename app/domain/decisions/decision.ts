import type { CatalogueProduct } from "../catalogue/product";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import type { PresentedOffer } from "./contract";

/** What of a shop a decision depends on, read beforehand. */
export interface ShopSnapshot {
  shop: string;
  currency: string;
  timeZone: string;
  /** 0 to 100. */
  holdOutPercent: number;
  /** Active offers of this placement, any order. */
  offers: readonly Offer[];
  /** The products that the offers name; a missing one is not offered. */
  products: ReadonlyMap<number, CatalogueProduct>;
}

/** What this customer did before, across every placement. */
export interface CustomerHistory {
  /** Offers declined, ever. */
  declinedOfferIds: ReadonlySet<string>;
  /** Offers accepted on this same purchase. */
  acceptedOfferIds: ReadonlySet<string>;
}

export interface DecisionRequest {
  placement: Placement;
  /** 1, or 2 for the page after a decline. */
  step: 1 | 2;
  facts: OrderFacts;
}

/** Why one candidate was chosen or not. Codes are stored; the words for them live with the admin. */
export type CandidateReason = { offerId: string; offerVersion: number } & (
  | { code: "chosen" }
  | { code: "lowerPriority" }
  | { code: "notActive" }
  | { code: "notScheduled"; when: "before" | "after" }
  | { code: "ruleNotMet"; path: string; kind: string }
  /** The placement could not know what the rule asks. */
  | { code: "ruleUnknown"; path: string; kind: string }
  | { code: "declinedBefore" }
  /** Accepted on this same purchase. */
  | { code: "acceptedBefore" }
  | { code: "noProduct"; products: ProductReason[] }
);

/** Why one product of an offer cannot be offered now. */
export type ProductReason = {
  productId: number;
  code: "missing" | "notActive" | "unpublished" | "giftCard" | "free" | "soldOut" | "inOrder";
};

/** Reasons that concern the whole decision rather than one candidate. */
export type GeneralReason = "noOffers" | "holdOut" | "otherCurrency" | "alreadyDecided";

export interface Decision {
  outcome: "offered" | "nothing";
  chosen: { offer: Offer; presented: PresentedOffer } | null;
  general: GeneralReason | null;
  candidates: CandidateReason[];
}
