import type { CatalogueProduct } from "../catalogue/product";

type Products = ReadonlyMap<number, CatalogueProduct>;

/** Lives as long as the catalogue that it arranges. */
const known = new WeakMap<Products, Products>();

/** The product of each variant of a catalogue, by the variant's id; built once a catalogue. */
export function variantIndexOf(products: Products): Products {
  const held = known.get(products);
  if (held) return held;
  const index = new Map([...products.values()].flatMap((product) => product.variants.map(({ id }) => [id, product] as const)));
  known.set(products, index);
  return index;
}
