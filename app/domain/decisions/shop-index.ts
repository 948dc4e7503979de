import type { CatalogueProduct } from "../catalogue/product";
import { buildCatalogueIndex, type CatalogueIndex } from "../strategies/catalogue-index";
import { buildLadderIndex, type LadderIndex } from "../strategies/ladder-index";

export interface ShopIndex {
  readonly catalogue: CatalogueIndex;
  readonly ladder: LadderIndex;
}

/** Lives as long as the catalogue that it arranges. */
const known = new WeakMap<ReadonlyMap<number, CatalogueProduct>, ShopIndex>();

/** A shop's catalogue arranged for strategies; each part is built once a catalogue, when it is first asked for. */
export function shopIndexOf(products: ReadonlyMap<number, CatalogueProduct>): ShopIndex {
  const held = known.get(products);
  if (held) return held;
  const index = new LazyIndex(products);
  known.set(products, index);
  return index;
}

class LazyIndex implements ShopIndex {
  private built: CatalogueIndex | null = null;
  private builtLadder: LadderIndex | null = null;
  readonly catalogue: CatalogueIndex;
  readonly ladder: LadderIndex;

  constructor(products: ReadonlyMap<number, CatalogueProduct>) {
    const arranged = () => (this.built ??= buildCatalogueIndex(products.values()));
    // Most strategies look up single products, which takes no arranging.
    this.catalogue = {
      byId: products,
      get byCollection() { return arranged().byCollection; },
      get byTag() { return arranged().byTag; },
      get byPrice() { return arranged().byPrice; },
    };
    const ladder = () => (this.builtLadder ??= buildLadderIndex(products.values()));
    this.ladder = { familiesOf: (product) => ladder().familiesOf(product), get families() { return ladder().families; } };
  }
}
