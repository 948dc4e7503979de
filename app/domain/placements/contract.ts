/**
 * What the app and the extensions of checkout, thank-you, order status and customer accounts say to each other. Types
 * only: extensions import them without pulling any of the app's code into their bundles.
 *
 * Every call is a POST with `Authorization: Bearer <session token>` and a JSON body. The shop and, where the shopper is
 * logged in, the customer come from the token. `checkoutToken` is unguessable and names the purchase, so it stands for a
 * guest who placed that order; an order's id stands for nobody. Lines help to find what goes with them, and nothing
 * more: no price, discount or right is ever taken from a body.
 */
import type { PresentedVariant } from "../decisions/contract";

export type BlockPlacement = "checkout" | "thank-you" | "order-status" | "account";
/** Blocks, and the pages behind links in order e-mails and on receipts, for which the app itself asks. */
export type AskedPlacement = BlockPlacement | "e-mail" | "receipt";
/** Where in the customer account. */
export type AccountSurface = "order-index" | "profile" | "page";

export interface BlockLine {
  productId: number;
  variantId: number;
  quantity: number;
  /** After its discounts, minor units of `BlockQuestion.currency`. */
  totalMinor: number;
}

/** POST /api/placements/decision */
export interface BlockQuestion<At extends AskedPlacement = BlockPlacement> {
  placement: At;
  surface?: AccountSurface | undefined;
  /** Left out where the surface has no purchase in hand (order index, profile, page). */
  checkoutToken?: string | undefined;
  /** Shopify's numeric id; left out before the order exists. Nothing is read by it. */
  orderId?: number | undefined;
  lines: BlockLine[];
  totalMinor: number;
  /** ISO 4217; looked at only where there is a purchase. */
  currency: string;
  countryCode: string | null;
  /** BCP 47 */
  locale: string;
  /** How many products the block has room for, 1 to 6. */
  room: number;
  /** Codes applied to the cart; left out where the surface cannot tell. */
  discountCodes?: string[] | undefined;
  /** The handle of the shopper's market; left out or null where the surface cannot tell. */
  market?: string | null | undefined;
  /** The editor's preview: answered with a sample, stored nowhere. */
  preview?: boolean | undefined;
}

export type BlockReply =
  | { show: false }
  /** `look` where the surface cannot read the shop's settings itself. */
  | { show: true; decisionId: string; block: Block; look?: BlockLook | undefined };

/** How the shop has set the block, in the shopper's language; null and empty for the usual. */
export interface BlockLook { heading: string | null; layout: "list" | "grid"; words: Record<string, string> }

/** Titles and texts are the merchant's, in the shopper's language where there is a translation; plain text. */
export type Block =
  | ProductsBlock
  /** The code itself is given on request: see `ChoiceReply`. */
  | { kind: "coupon"; title: string; body: string; saving: Saving; minSubtotal: Amount | null; validDays: number }
  | { kind: "link"; title: string; body: string; url: string; productCount: number }
  | { kind: "thanks"; title: string; body: string };

export interface ProductsBlock {
  kind: "products";
  offerId: string;
  offerVersion: number;
  title: string;
  body: string;
  currency: string;
  /** Decimal places of the currency's minor unit. */
  currencyExponent: number;
  /** 1 to 6, the best first. */
  products: BlockProduct[];
  /** What `discountedMinor` of the variants owes itself to; null when prices are the usual ones. */
  saving: Saving | null;
}

export interface BlockProduct {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** On the storefront; null where the shop has none. */
  url: string | null;
  /** Only those that can be had now. */
  variants: PresentedVariant[];
  /** What may be said of it to the shopper. */
  reason: "boughtTogether" | "popular" | "dueAgain" | "chosen";
}

export interface Amount { minor: number; currency: string; exponent: number }
export type Saving = { kind: "percentage"; percent: number } | { kind: "fixed"; amount: Amount } | { kind: "freeShipping" };

/** POST /api/placements/impression -> 204; sent when the block is really on the screen. */
export interface BlockImpression { decisionId: string; checkoutToken?: string | undefined }

/** POST /api/placements/decline -> 204; the offer is made nowhere again. */
export type BlockDecline = BlockImpression;

/** POST /api/placements/choice; no items for a coupon. */
export interface ChoiceRequest {
  decisionId: string;
  checkoutToken?: string | undefined;
  items: { variantId: number; quantity: number }[];
}
export type ChoiceRefusal = "unknownDecision" | "notOffered" | "declined" | "expired" | "quantity" | "soldOut" | "changed" | "tooMany";
/** The same request again gives the same answer. 409 with a refusal. */
export type ChoiceReply =
  | {
    kind: "items";
    /** What a checkout adds to its cart by itself. The attributes carry the signed offer and belong to each line. */
    lines: { variantId: number; quantity: number; attributes: { key: string; value: string }[] }[];
    /** A code instead of the attributes, where the merchant prefers codes. */
    discountCode: string | null;
    /** All codes, one an item, where there are any. */
    discountCodes?: string[];
    /** A checkout on the storefront, with the items and the discount in it. */
    checkoutUrl: string;
  }
  | { kind: "coupon"; code: string; /** ISO 8601 */ expiresAt: string; shopUrl: string }
  | { refused: ChoiceRefusal };

/** POST /api/account/products: what the logged-in customer bought before; 401 without one. */
export interface BoughtProductsRequest { cursor?: string | undefined; limit?: number | undefined; locale: string }
export interface BoughtProductsReply {
  products: BoughtProduct[];
  nextCursor: string | null;
  currency: string;
  currencyExponent: number;
  isOptedOut: boolean;
  /** The shop's own words in the shopper's language, by the keys of the locale files. */
  words?: Record<string, string> | undefined;
}
export interface BoughtProduct {
  productId: number;
  /** The variant that was bought last, or null when it is no longer sold. */
  variant: PresentedVariant | null;
  title: string;
  imageUrl: string | null;
  timesBought: number;
  /** ISO 8601 */
  lastBoughtAt: string;
  lastPaidMinor: number;
  lastQuantity: number;
  /** Null when it is not due, or nothing may be concluded. ISO 8601 days. */
  due: { from: string; until: string } | null;
  /** What can be had in its place while it is sold out; null when it is not, or nothing fits. */
  alternative: BlockProduct | null;
  /** How it may be bought by subscription. Links to a cart cannot carry a plan, so each leads to the product's page with the plan chosen. */
  sellingPlans: { id: number; name: string; url: string }[];
}

/** POST /api/account/checkout: a filled checkout; items that cannot be had are left out and named. */
export interface ReorderRequest {
  items: { variantId: number; quantity: number; sellingPlanId?: number | undefined }[];
  locale: string;
  /** The prompt it answers, so that its discount is applied. */
  decisionId?: string | undefined;
}
export type ReorderReply = { checkoutUrl: string; unavailable: number[] } | { refused: "empty" | "soldOut" | "tooMany" };

/** POST /api/account/preferences; without `isOptedOut` it only reads. Undone in the same place. */
export interface PreferencesRequest { isOptedOut?: boolean | undefined; checkoutToken?: string | undefined }
export interface PreferencesReply { isOptedOut: boolean }
