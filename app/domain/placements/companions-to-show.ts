import type { CatalogueProduct } from "../catalogue/product";
import type { Companion } from "../strategies/sources";

/** More than a block shows, since the storefront leaves out what is sold out at that moment. */
export const companionsKept = 12;

/**
 * What a product's page may name as bought with it, the best first: only findings that passed the evidence gate, only
 * products that the storefront has, nothing that staff never want offered.
 */
export function companionsToShow(companions: readonly Companion[], products: ReadonlyMap<number, CatalogueProduct>, excludedIds: ReadonlySet<number>): number[] {
  return companions.map(({ productId }) => productId).filter((id) => isShowable(products.get(id)) && !excludedIds.has(id)).slice(0, companionsKept);
}

/** What sells best, in words no more than popular. */
export function popularToShow(bestsellers: readonly { productId: number }[], products: ReadonlyMap<number, CatalogueProduct>, excludedIds: ReadonlySet<number>): number[] {
  return bestsellers.map(({ productId }) => productId).filter((id) => isShowable(products.get(id)) && !excludedIds.has(id)).slice(0, companionsKept);
}

function isShowable(product: CatalogueProduct | undefined): boolean {
  return product !== undefined && product.status === "active" && product.isPublished && !product.isGiftCard;
}
