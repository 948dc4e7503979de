import type { GiftConfidence } from "./gift-confidence";
import type { ServiceCase } from "./history";

/** Why nobody may be asked now. Moments are ISO 8601 in UTC, so that a stored reason reads back as it was. */
export type GeneralCourtesyReason =
  | { code: "optedOut"; since: string }
  | { code: "heldOut"; percent: number }
  | { code: "openCase"; kind: ServiceCase["kind"]; openedAt: string }
  | { code: "quietAfterCase"; kind: ServiceCase["kind"]; until: string }
  /** `isKnown` is false where it cannot be told whether the order is the first. */
  | { code: "firstOrder"; isKnown: boolean }
  | { code: "funnelEnded"; pages: number }
  | { code: "quietAfterAcceptance"; until: string }
  | { code: "quietAfterDecline"; until: string }
  | { code: "impressionCap"; impressions: number; cap: number; until: string };

/** Why one offer may not be made to this customer. */
export type OfferCourtesyReason =
  | { code: "declinedOffer"; declinedAt: string }
  /** The order in hand is a gift, so nothing personal is inferred now. */
  | { code: "giftOrder"; confidence: GiftConfidence };

/** Why one product may not be offered to this customer. */
export type ProductCourtesyReason =
  | { code: "declinedProduct"; productId: number; until: string }
  /** Bought for somebody else, as far as can be told. */
  | { code: "boughtAsGift"; productId: number }
  | { code: "tooLittleEvidence"; productId: number; orders: number; customers: number; minOrders: number; minCustomers: number }
  | { code: "boughtAtFullPrice"; productId: number; until: string }
  /** A live offer showed this customer another price. */
  | { code: "otherPriceShown"; productId: number; variantId: number; shownMinor: number; offerId: string };

export type CourtesyReason = GeneralCourtesyReason | OfferCourtesyReason | ProductCourtesyReason;
