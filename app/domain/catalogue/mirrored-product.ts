/** A product as the mirror holds it: the columns of `products` and `variants`. `null` in the three marked fields means that the source does not tell, so the mirror keeps what it has. */
export interface MirroredProduct {
  id: number;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  /** Shopify's ProductStatus, lower case. */
  status: "active" | "archived" | "draft" | "unlisted";
  tags: string[];
  /** Null from webhooks, which do not name collections. */
  collectionIds: number[] | null;
  imageUrl: string | null;
  /** Null from webhooks, which do not say. */
  isGiftCard: boolean | null;
  publishedAt: Date | null;
  sourceAt: Date;
  variants: MirroredVariant[];
  /** False when the source left variants out (webhooks do past 100): read the product again before forgetting any. */
  variantsComplete: boolean;
}

export interface MirroredVariant {
  id: number;
  title: string;
  sku: string;
  position: number;
  priceMinor: number;
  compareAtMinor: number | null;
  inventoryItemId: number | null;
  inventoryQuantity: number | null;
  /** False when Shopify does not count this variant, or sells it past zero. Null when the source does not tell. */
  stockLimited: boolean | null;
  imageUrl: string | null;
  /** What a unit costs the shop, null where it has not said; left out by webhooks, which do not tell. */
  costMinor?: number | null;
}

/** A collection's own state; which products are in it comes from the products. */
export interface MirroredCollection {
  id: number;
  title: string;
  handle: string;
  sourceAt: Date;
}

/** "Default Title" is Shopify's word for a product without options; shoppers are never shown it. */
export function variantTitleOf(title: string): string {
  return title === "Default Title" ? "" : title;
}
