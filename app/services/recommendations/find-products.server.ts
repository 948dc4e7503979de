import { searchProductsByOrders, searchProductsByTitle } from "../../data/catalogue/product-search.server";
import type { FoundProduct } from "../../data/catalogue/product-search.server";
import { formatCountCursor, parseCountCursor } from "../../domain/recommendations/count-cursor";
import type { ProductSort } from "../../domain/recommendations/product-listing";
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
export async function findProducts(shop: ShopId, search: string, sort: ProductSort, cursor: string | null): Promise<FoundProducts> {
  const after = parseCountCursor(cursor);
  const text = search.slice(0, longestSearch);
  const found = sort === "title" ? await searchProductsByTitle(shop, text, after?.productId ?? null, pageSize + 1) : await searchProductsByOrders(shop, text, after, pageSize + 1);
  const products = found.slice(0, pageSize);
  const last = products.at(-1);
  return { products, next: found.length > pageSize && last ? formatCountCursor({ count: last.orders, productId: last.id }) : null, previous: after !== null };
}
