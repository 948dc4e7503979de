import type { GiftReading } from "./gift-reading";

/** An order as the mirror holds it: the columns of `orders`, `order_lines` and `refund_lines`, nothing personal. */
export interface MirroredOrder {
  id: number;
  name: string;
  checkoutToken: string | null;
  customerKey: string | null;
  /** The e-mail's keyed hash also where a customer's id is known; not stored with the order (see opt-outs). */
  guestKey: string | null;
  /** What the source tells of the order being a gift; "unknown" keeps what the mirror has. */
  gift: GiftReading;
  /** The shop's currency, in which all amounts are. */
  currency: string;
  countryCode: string | null;
  sourceName: string;
  gateways: string[];
  discountCodes: string[];
  /** With what edits added, before shipping, refunds not taken off. */
  subtotalMinor: number;
  totalMinor: number;
  /** Shopify's, lower case; "" when there is none. */
  financialStatus: string;
  /** Whether the amounts include tax; null where the source did not say. */
  taxesIncluded: boolean | null;
  test: boolean;
  processedAt: Date;
  cancelledAt: Date | null;
  /** Shopify's updated_at: an older state never overwrites a newer one. */
  sourceAt: Date;
  lines: MirroredLine[];
  refundLines: MirroredRefundLine[];
}

export interface MirroredLine {
  id: number;
  /** Null for custom items and deleted products. */
  productId: number | null;
  variantId: number | null;
  title: string;
  quantity: number;
  /** What is left after refunds, removals and cancellation. */
  currentQuantity: number;
  unitMinor: number;
  /** For `quantity`, after every discount on the line. */
  totalMinor: number;
  /** The tax on `totalMinor`: in it where prices include tax, else on top; null where the source did not say. */
  taxMinor: number | null;
  /** What Encore signed and the line or its order carries; see `claimsOfLines`. */
  claim?: string;
}

export interface MirroredRefundLine {
  refundId: number;
  lineId: number;
  quantity: number;
  /** What Shopify gave back for it, before tax where prices exclude it. */
  subtotalMinor: number;
  refundedAt: Date;
}

const OWING = new Set(["pending", "partially_paid", "expired", "voided"]);

/**
 * Whether some of an order's money is neither there nor promised: after a post-purchase edit that means an unpaid edit.
 * An authorised payment counts as promised, or shops that capture by hand would see nothing until they did.
 */
export function isUnpaid(financialStatus: string): boolean {
  return OWING.has(financialStatus);
}

/** One entry a refund and line: Shopify may split a line of one refund by how it was restocked. */
export function mergeRefundLines(lines: readonly MirroredRefundLine[]): MirroredRefundLine[] {
  const merged = new Map<string, MirroredRefundLine>();
  for (const line of lines) {
    const key = `${line.refundId} ${line.lineId}`;
    const known = merged.get(key);
    if (known) {
      known.quantity += line.quantity;
      known.subtotalMinor += line.subtotalMinor;
    } else merged.set(key, { ...line });
  }
  return [...merged.values()];
}
