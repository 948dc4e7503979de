/**
 * What the app and the post-purchase extension say to each other. Types only: extensions import
 * them without pulling any of the app's code into their bundles.
 *
 * Every call is a POST of `{ token: inputData.token, request }` (or of the request alone, with the token in
 * `Authorization: Bearer`); the app takes the order from that token and never from the request.
 */

export type DiscountChange = { value: number; valueType: "percentage" | "fixed_amount"; title: string };

/** Shopify's own change objects (post-purchase `Changeset`), limited to those Encore signs. */
export type Change =
  | { type: "add_variant"; variantId: number; quantity: number; discount?: DiscountChange }
  | { type: "add_shipping_line"; price: number; title: string; presentmentTitle: string };

export interface PresentedVariant {
  variantId: number;
  title: string;
  imageUrl: string | null;
  /** Unit price before and after the offer's discount, minor units. */
  priceMinor: number;
  discountedMinor: number;
  /** The most that can be added now: the offer's limit or the stock, whichever is less. */
  maxQuantity: number;
}

/** Everything the page shows. Titles, prices and pictures are the store's own. */
export interface PresentedOffer {
  offerId: string;
  offerVersion: number;
  title: string;
  body: string;
  productId: number;
  productTitle: string;
  productImageUrl: string | null;
  currency: string;
  /** Decimal places of the currency's minor unit. */
  currencyExponent: number;
  variants: PresentedVariant[];
  /** Attached to the added line; null when the price is not discounted. */
  discount: DiscountChange | null;
  /** Charged for sending the item along; 0 when free. */
  shippingMinor: number;
}

/** POST /api/post-purchase/decision; `after` names the decision whose offer was just declined, and asks for a second page. */
export interface DecisionRequest { after?: string }
export type DecisionReply = { render: false } | { render: true; decisionId: string; offer: PresentedOffer };

/** POST /api/post-purchase/impression -> 204 */
export interface ImpressionRequest { decisionId: string }

/** POST /api/post-purchase/changeset */
export interface ChangesetRequest {
  decisionId: string;
  offerId: string;
  variantId: number;
  quantity: number;
}
export type ChangesetRefusal =
  | "unknownDecision" | "otherOrder" | "notOffered" | "declined" | "expired"
  | "quantity" | "soldOut" | "changed" | "alreadyAccepted" | "tooMany";
/** 200 with the signed token, or 409 with the refusal; the same request again gives the same token. */
export type ChangesetReply = { token: string } | { refused: ChangesetRefusal };

/** POST /api/post-purchase/outcome -> 204: what the shopper did, or what Shopify answered. */
export type OutcomeRequest =
  | { decisionId: string; outcome: "declined" }
  | { decisionId: string; outcome: "applied" }
  /** Edited but unpaid, or an error code of Shopify's. */
  | { decisionId: string; outcome: "unpaid" | "failed"; errorCode: string };
