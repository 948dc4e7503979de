import type { GiftConfidence } from "../courtesy/gift-confidence";

/** What the mirror holds of an order that a replay needs, as it was when it was placed. */
export interface PastOrder {
  id: number;
  name: string;
  checkoutToken: string | null;
  customerKey: string | null;
  countryCode: string | null;
  /** Shopify's source name; "" when unknown. */
  sourceName: string;
  gateways: readonly string[];
  discountCodes: readonly string[];
  currency: string;
  /** Without the lines that an accepted offer added afterwards. */
  totalMinor: number;
  test: boolean;
  processedAt: Date;
  cancelledAt: Date | null;
  /** Null for no sign of a gift. */
  gift: GiftConfidence | null;
  /** As ordered, items without a product and lines that an accepted offer added left out. */
  lines: readonly PastLine[];
}

export interface PastLine {
  productId: number;
  /** 0 when the mirror has none. */
  variantId: number;
  quantity: number;
  totalMinor: number;
  /** Of one unit before discounts. */
  unitMinor: number;
}

/** The products of an order, each once, by id. */
export function distinctProducts({ lines }: Pick<PastOrder, "lines">): number[] {
  const ids = lines.map(({ productId }) => productId);
  if (ids.length > 1) ids.sort((one, other) => one - other);
  return ids.every((id, place) => id !== ids[place - 1]) ? ids : [...new Set(ids)];
}
