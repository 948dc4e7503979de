/** What deciding needs to know of a product; prices in minor units of the shop's currency. */
export interface CatalogueProduct {
  id: number;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  /** Shopify's ProductStatus, lower case. */
  status: "active" | "archived" | "draft" | "unlisted";
  tags: readonly string[];
  collectionIds: readonly number[];
  imageUrl: string | null;
  isGiftCard: boolean;
  /** Visible in the Online Store. */
  isPublished: boolean;
  variants: readonly CatalogueVariant[];
}

export interface CatalogueVariant {
  id: number;
  title: string;
  priceMinor: number;
  imageUrl: string | null;
  /** Units left to sell; null when stock is not counted or may go below zero. */
  available: number | null;
  /** What a unit costs the shop; null or left out while unknown. */
  costMinor?: number | null;
}
