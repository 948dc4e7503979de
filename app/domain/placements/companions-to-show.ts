import type { CatalogueProduct } from "../catalogue/product";
import type { Overlaps } from "../recommendations/overlaps";
import { pickSlate } from "../recommendations/slate";
import type { Companion } from "../strategies/sources";

/** More than a block shows, since the storefront leaves out what is sold out at that moment. */
export const companionsKept = 12;

/**
 * What a product's page may name as bought with it, the best first and unlike each other: only findings that passed the evidence gate, only
 * products that the storefront has, nothing that staff never want offered.
 */
export function companionsToShow(
  companions: readonly Companion[], overlaps: readonly Overlaps[], products: ReadonlyMap<number, CatalogueProduct>, excludedIds: ReadonlySet<number>,
): number[] {
  const scores = new Map(companions.map(({ productId, score }) => [productId, score]));
  const picked = pickSlate(scores, overlaps, (id) => isShowable(products.get(id)) && !excludedIds.has(id), companionsKept);
  return picked.map(({ product }) => product);
}

/** What sells best, in words no more than popular. */
export function popularToShow(bestsellers: readonly { productId: number }[], products: ReadonlyMap<number, CatalogueProduct>, excludedIds: ReadonlySet<number>): number[] {
  return bestsellers.map(({ productId }) => productId).filter((id) => isShowable(products.get(id)) && !excludedIds.has(id)).slice(0, companionsKept);
}

function isShowable(product: CatalogueProduct | undefined): boolean {
  return product !== undefined && product.status === "active" && product.isPublished && !product.isGiftCard;
}
