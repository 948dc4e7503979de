/** How products are listed: those in most orders first, or by title. */
export const productSorts = ["orders", "title"] as const;
export type ProductSort = (typeof productSorts)[number];

/** The sort that an address names, else by orders. */
export function productSortNamed(text: string | null): ProductSort {
  return productSorts.find((sort) => sort === text) ?? "orders";
}

/** The last product of a page; no orders for those that nobody has ordered, which stand by title. */
export interface ProductCursor {
  orders: number;
  productId: number;
}

/** As it stands in addresses. */
export function formatProductCursor({ orders, productId }: ProductCursor): string {
  return `${String(orders)}.${String(productId)}`;
}

/** Null for none, and for what is none: the first page. */
export function parseProductCursor(text: string | null): ProductCursor | null {
  const match = /^(\d{1,9})\.(\d{1,15})$/.exec(text ?? "");
  return match ? { orders: Number(match[1]), productId: Number(match[2]) } : null;
}
