import type { Collection, Product, Shop } from "../../store/model";

interface Popularity {
  readonly orders: number;
  readonly lineCounts: ReadonlyMap<number, number>;
}

const cache = new WeakMap<Shop, Popularity>();

/** How often each product was bought; counted anew once the shop has a hundred more orders. */
function popularity(shop: Shop): ReadonlyMap<number, number> {
  const known = cache.get(shop);
  if (known && shop.orders.size - known.orders < 100) return known.lineCounts;
  const lineCounts = new Map<number, number>();
  for (const order of shop.orders.values()) {
    for (const { productId } of order.lines) lineCounts.set(productId, (lineCounts.get(productId) ?? 0) + 1);
  }
  cache.set(shop, { orders: shop.orders.size, lineCounts });
  return lineCounts;
}

/** Products on sale, the most bought first. */
export function productsOnSale(shop: Shop, among: Iterable<Product> = shop.products.values()): Product[] {
  const bought = popularity(shop);
  const onSale = [...among].filter(({ status, variants }) => status === "ACTIVE" && variants.length > 0);
  return onSale.sort((a, b) => (bought.get(b.id) ?? 0) - (bought.get(a.id) ?? 0) || a.id - b.id);
}

export function productsOf(shop: Shop, collection: Collection): Product[] {
  return productsOnSale(shop, [...collection.productIds].flatMap((id) => shop.products.get(id) ?? []));
}

/** Products whose title, vendor, type or tags hold every word that was asked for. */
export function searchProducts(shop: Shop, query: string): Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = ({ title, vendor, productType, tags }: Product) => {
    const text = [title, vendor, productType, ...tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return productsOnSale(shop, [...shop.products.values()].filter(holds));
}

export function findProduct(shop: Shop, handle: string): Product | null {
  for (const product of shop.products.values()) if (product.handle === handle && product.status === "ACTIVE") return product;
  return null;
}

/** Collections that have something on sale, the largest first. */
export function collectionsOnSale(shop: Shop): Collection[] {
  return [...shop.collections.values()].filter(({ productIds }) => productIds.size > 0).sort((a, b) => b.productIds.size - a.productIds.size);
}

export function findCollection(shop: Shop, handle: string): Collection | null {
  for (const collection of shop.collections.values()) if (collection.handle === handle) return collection;
  return null;
}

/** The lowest price of a product's variants, and whether others cost more. */
export function priceFrom(product: Product): { price: number; varies: boolean } {
  const prices = product.variants.map(({ price }) => price);
  const price = Math.min(...prices);
  return { price, varies: prices.some((other) => other > price) };
}
