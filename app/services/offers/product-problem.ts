import type { CatalogueProduct } from "../../domain/catalogue/product";
import type { ProductReason } from "../../domain/decisions/decision";
import { findOfferable } from "../../domain/decisions/offerable";
import type { OfferContent, OfferedProduct } from "../../domain/offers/offer";

export type ProductProblem = ProductReason["code"];

/** Why one product of an offer can't be offered to anyone just now; null when it can. */
export function productProblem(
  offered: OfferedProduct, content: OfferContent, products: ReadonlyMap<number, CatalogueProduct>,
): ProductProblem | null {
  const found = findOfferable(offered, content, products, new Set());
  return "code" in found ? found.code : null;
}
