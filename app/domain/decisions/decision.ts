import type { PauseReason } from "../billing/allowance";
import type { CatalogueProduct } from "../catalogue/product";
import type { GiftConfidence } from "../courtesy/gift-confidence";
import type { CourtesyHistory } from "../courtesy/history";
import type { CourtesyPolicy } from "../courtesy/policy";
import type { GeneralCourtesyReason, OfferCourtesyReason, ProductCourtesyReason } from "../courtesy/reason";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import type { Block } from "../placements/contract";
import type { PlacementSettings } from "../placements/settings";
import type { Trials } from "../strategies/acceptance-chance";
import type { CandidateEvidence } from "../strategies/evidence";
import type { DeclinedOffer } from "../strategies/input";
import type { Sources } from "../strategies/sources";
import type { StaffExclusions } from "../strategies/staff-exclusions";
import type { OfferStrategy } from "../strategies/strategy";
import type { PresentedOffer } from "./contract";

/** What of a shop a decision depends on, read beforehand. */
export interface ShopSnapshot {
  shop: string;
  currency: string;
  timeZone: string;
  /** 0 to 100. */
  holdOutPercent: number;
  /** Active offers of every placement, any order: courtesy asks of all which still live. */
  offers: readonly Offer[];
  /** The whole catalogue that the mirror holds, sellable or not; a product that is not there is not offered. */
  products: ReadonlyMap<number, CatalogueProduct>;
  /** The defaults where it is left out. */
  policy?: CourtesyPolicy;
  /** Products that staff never want offered, whatever the strategy. */
  staffExclusions?: StaffExclusions;
  /** What became of the offers shown so far: of all, and of each. */
  trials?: { all: Trials; byOffer: ReadonlyMap<string, Trials> };
  /** Left out: every placement is switched on. */
  placements?: PlacementSettings;
  /** Why the shop's plan shows no new offers; left out: it does. */
  paused?: PauseReason | null;
  /** Of the collections that offers link to; one that is not there is not linked to. */
  collectionHandles?: ReadonlyMap<number, string>;
}

/** What this customer did before, across every placement. */
export interface CustomerHistory {
  /** Offers declined, ever, for a caller that knows no more than that; `courtesy` tells it with the rest. */
  declinedOfferIds?: ReadonlySet<string>;
  /** Offers accepted on this same purchase. */
  acceptedOfferIds: ReadonlySet<string>;
  /** Left out: courtesy is not asked. */
  courtesy?: CourtesyHistory;
  /** What the shop's past tells of the order's products and of this customer; left out: nothing. */
  sources?: Sources;
  /** What was declined on the page before; only there on a second page. */
  declined?: DeclinedOffer | null;
}

export interface DecisionRequest {
  placement: Placement;
  /** 1, or 2 for the page after a decline. */
  step: 1 | 2;
  facts: OrderFacts;
  /** Of the order in hand; null or left out for no sign of a gift. */
  gift?: GiftConfidence | null;
  /** How many products the placement shows at once, 1 to 6; left out: one. */
  room?: number;
}

/** Why one candidate was chosen or not. Codes are stored; the words for them live with the admin. */
export type CandidateReason = { offerId: string; offerVersion: number } & (
  /** With what spoke for the product; decisions of earlier versions name neither. */
  | { code: "chosen"; productId?: number; evidence?: CandidateEvidence }
  | { code: "lowerPriority" }
  /** As high in staff's order as the chosen one, and expected to bring less. */
  | { code: "lessValue" }
  | { code: "notActive" }
  | { code: "notScheduled"; when: "before" | "after" }
  | { code: "ruleNotMet"; path: string; kind: string }
  /** The placement could not know what the rule asks. */
  | { code: "ruleUnknown"; path: string; kind: string }
  | { code: "declinedBefore" }
  /** Accepted on this same purchase. */
  | { code: "acceptedBefore" }
  | { code: "noProduct"; products: ProductReason[] }
  /** Its strategy knew of no product for this order. */
  | { code: "nothingFound"; strategy: OfferStrategy["kind"] }
  /** A second page follows a no; what answers a no is not for a first page. */
  | { code: "onlyAfterDecline" }
  | { code: "notAfterDecline" }
  /** The placement cannot show what its strategy comes up with. */
  | { code: "notForPlacement"; strategy: OfferStrategy["kind"] }
  /** This customer saw it at another placement, where it is still open: one offer lives in one place at a time. */
  | { code: "livesElsewhere"; placement: Placement }
  /** It says thank you, and with that nothing is offered. */
  | { code: "thanked" }
  /** This customer is only thanked now; see the general reason. */
  | { code: "onlyThanks" }
  | OfferCourtesyReason
);

/** Why one product of an offer cannot be offered now. */
export type ProductReason = {
  productId: number;
  code: StockReason | "staffExcluded" | "ownedNotRebought" | ProductCourtesyReason["code"];
};

/** Why a product cannot be offered to anybody, or is in the order already. */
export type StockReason = "missing" | "notActive" | "unpublished" | "giftCard" | "free" | "soldOut" | "inOrder";

/** Reasons that concern the whole decision rather than one candidate. */
export type GeneralReason = "noOffers" | "switchedOff" | "holdOut" | "otherCurrency" | "alreadyDecided" | PauseReason | Exclude<GeneralCourtesyReason["code"], "heldOut">;

export interface Decision {
  outcome: "offered" | "nothing";
  /** The offer, with its first product; null where what is shown is no product. */
  chosen: { offer: Offer; presented: PresentedOffer } | null;
  /** All of what a block shows, thanks included, which are no offer; left out on the post-purchase page. */
  shown?: Shown | null;
  general: GeneralReason | null;
  /** The figures behind a general reason of courtesy. */
  courtesy?: GeneralCourtesyReason;
  candidates: CandidateReason[];
}

export interface Shown {
  offer: Offer;
  block: Block;
}
