import type { Shop } from "../store/model";

/** Address of a product's picture on the Shopify port. */
export function pictureUrl(origin: string, shop: Shop, productId: number): string {
  return `${origin}/_local/pictures/${shop.handle}/${productId}.svg`;
}
