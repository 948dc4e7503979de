import { searchProductsAfter } from "../../data/catalogue/product-search.server";
import type { FoundProduct } from "../../data/catalogue/product-search.server";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 25;
const longestSearch = 120;

export interface FoundProducts {
  products: FoundProduct[];
  /** For the next page; null on the last. */
  next: string | null;
  previous: boolean;
}

/** One page of the products whose title holds the text. A cursor that is none begins at the first page. */
export async function findProducts(shop: ShopId, search: string, cursor: string | null): Promise<FoundProducts> {
  const after = cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  const found = await searchProductsAfter(shop, search.slice(0, longestSearch), after, pageSize + 1);
  const products = found.slice(0, pageSize);
  const last = products.at(-1);
  return { products, next: found.length > pageSize && last ? String(last.id) : null, previous: after !== null };
}
