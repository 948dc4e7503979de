import type { CoPurchaseCounts } from "./co-purchase-counts";

/** Products by the number of orders that hold them, most first, ties by number: the fallback, to be called "popular". */
export function popularProducts(counts: CoPurchaseCounts, limit: number, isCandidate: (product: number) => boolean): number[] {
  const found: { product: number; orders: number }[] = [];
  for (let product = 0; product < counts.productLimit; product++) {
    const { orders } = counts.productCount(product);
    if (orders > 0 && isCandidate(product)) found.push({ product, orders });
  }
  found.sort((a, b) => b.orders - a.orders || a.product - b.product);
  return found.slice(0, limit).map(({ product }) => product);
}
