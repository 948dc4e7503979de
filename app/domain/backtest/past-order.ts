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
  currency: string;
  /** Without the lines that an accepted offer added afterwards. */
  totalMinor: number;
  test: boolean;
  processedAt: Date;
  cancelledAt: Date | null;
  /** As ordered, items without a product and lines that an accepted offer added left out. */
  lines: readonly PastLine[];
}

export interface PastLine {
  productId: number;
  /** 0 when the mirror has none. */
  variantId: number;
  quantity: number;
  totalMinor: number;
}
