import type { CatalogueProduct } from "../catalogue/product";
import type { StockFacts } from "../orders/fact-groups";

/** Units left of each product, all its variants together; one that the catalogue does not hold is left out, as unknown. */
export function stockFacts(productIds: readonly number[], products: ReadonlyMap<number, CatalogueProduct>): StockFacts {
  return Object.fromEntries(productIds.flatMap((id) => {
    const product = products.get(id);
    return product ? [[id, unitsOf(product)]] : [];
  }));
}

function unitsOf({ variants }: CatalogueProduct): number | "unlimited" {
  // What Shopify lets go below zero is not owed to the other variants.
  return variants.some(({ available }) => available === null) ? "unlimited" : variants.reduce((sum, { available }) => sum + Math.max(0, available ?? 0), 0);
}
