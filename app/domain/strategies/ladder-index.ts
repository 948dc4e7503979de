import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";
import { entryPrice, type Priced } from "./catalogue-index";

/** Products that a shopper would weigh against each other, cheapest first, then by id. */
export interface Family {
  by: "type" | "collection";
  /** The product type as the first product writes it, or the collection's id. */
  name: string;
  rungs: readonly Priced[];
}

export interface LadderIndex {
  /** The families of a product: its type, then its collections by id. Empty when it is not for sale. */
  familiesOf(product: CatalogueProduct): readonly Family[];
  /** Types by name, then collections by id. */
  families: readonly Family[];
}

/** Collections that hold more of the catalogue than this ("All products") are no family, once it has enough products. */
const WIDEST_SHARE = 0.5;
const SMALL_CATALOGUE = 20;

/** Arranges what a shop sells in families by type and by collection: one sort, then one pass. */
export function buildLadderIndex(products: Iterable<CatalogueProduct>): LadderIndex {
  const rungs = [...products].flatMap(rungOf).sort((one, other) => one.priceMinor - other.priceMinor || one.product.id - other.product.id);
  const types = new Map<string, Priced[]>();
  const collections = new Map<number, Priced[]>();
  for (const rung of rungs) {
    const type = fold(rung.product.productType);
    if (type !== "") push(types, type, rung);
    for (const id of new Set(rung.product.collectionIds)) push(collections, id, rung);
  }
  const widest = rungs.length > SMALL_CATALOGUE ? rungs.length * WIDEST_SHARE : Infinity;
  const byType = new Map([...types].sort(([one], [other]) => (one < other ? -1 : 1)).map(([type, held]): [string, Family] => [type, { by: "type", name: nameOf(held), rungs: held }]));
  const byCollection = new Map(
    [...collections].filter(([, held]) => held.length <= widest).sort(([one], [other]) => one - other)
      .map(([id, held]): [number, Family] => [id, { by: "collection", name: String(id), rungs: held }]),
  );
  return {
    families: [...byType.values(), ...byCollection.values()],
    familiesOf: (product) => {
      if (rungOf(product).length === 0) return [];
      const collectionIds = [...new Set(product.collectionIds)].sort((one, other) => one - other);
      return [byType.get(fold(product.productType)), ...collectionIds.map((id) => byCollection.get(id))].filter((family) => family !== undefined);
    },
  };
}

/** What is sold by itself has a rung; being sold out for a while takes none away. */
function rungOf(product: CatalogueProduct): Priced[] {
  const priceMinor = entryPrice(product);
  return priceMinor === null || product.status !== "active" || !product.isPublished || product.isGiftCard ? [] : [{ product, priceMinor }];
}

/** The spelling of the product with the lowest id. */
function nameOf(rungs: readonly Priced[]): string {
  let first = rungs[0]?.product;
  for (const { product } of rungs) if (first && product.id < first.id) first = product;
  return first?.productType.trim() ?? "";
}

function push<Key>(map: Map<Key, Priced[]>, key: Key, rung: Priced): void {
  const held = map.get(key);
  if (held) held.push(rung);
  else map.set(key, [rung]);
}
