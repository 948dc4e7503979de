import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";

/** A product at the price by which it is compared with others. */
export interface Priced {
  product: CatalogueProduct;
  /** Its entry price: the lowest above 0 of its variants. */
  priceMinor: number;
}

/** A shop's catalogue, arranged for strategies; built once a snapshot. Lists do not depend on the order of products given. */
export interface CatalogueIndex {
  byId: ReadonlyMap<number, CatalogueProduct>;
  /** By product id. */
  byCollection: ReadonlyMap<number, readonly CatalogueProduct[]>;
  /** By folded tag, then by product id. */
  byTag: ReadonlyMap<string, readonly CatalogueProduct[]>;
  /** Cheapest first, then by id; without products that have no price. */
  byPrice: readonly Priced[];
}

export function buildCatalogueIndex(products: Iterable<CatalogueProduct>): CatalogueIndex {
  const sorted = [...products].sort((one, other) => one.id - other.id);
  const byCollection = new Map<number, CatalogueProduct[]>();
  const byTag = new Map<string, CatalogueProduct[]>();
  const byPrice: Priced[] = [];
  for (const product of sorted) {
    for (const id of new Set(product.collectionIds)) push(byCollection, id, product);
    for (const tag of new Set(product.tags.map(fold))) push(byTag, tag, product);
    const priceMinor = entryPrice(product);
    if (priceMinor !== null) byPrice.push({ product, priceMinor });
  }
  byPrice.sort((one, other) => one.priceMinor - other.priceMinor || one.product.id - other.product.id);
  return { byId: new Map(sorted.map((product) => [product.id, product])), byCollection, byTag, byPrice };
}

/** The lowest price above 0 of a product's variants, or null when there is none. */
export function entryPrice({ variants }: CatalogueProduct): number | null {
  let lowest: number | null = null;
  for (const { priceMinor } of variants) if (priceMinor > 0 && (lowest === null || priceMinor < lowest)) lowest = priceMinor;
  return lowest;
}

/** The place of the first that costs at least so much, in a list that is cheapest first. */
export function placeOfPrice(priced: readonly { priceMinor: number }[], priceMinor: number): number {
  let low = 0;
  let high = priced.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((priced[middle]?.priceMinor ?? Infinity) < priceMinor) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<Key>(map: Map<Key, CatalogueProduct[]>, key: Key, product: CatalogueProduct): void {
  const held = map.get(key);
  if (held) held.push(product);
  else map.set(key, [product]);
}
