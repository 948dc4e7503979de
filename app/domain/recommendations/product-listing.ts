/** How products are listed: those in most orders first, or by title. */
export const productSorts = ["orders", "title"] as const;
export type ProductSort = (typeof productSorts)[number];

/** The sort that an address names, else by orders. */
export function productSortNamed(text: string | null): ProductSort {
  return productSorts.find((sort) => sort === text) ?? "orders";
}
