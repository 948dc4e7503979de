import type { CatalogueProduct } from "./product";

const known = new WeakMap<ReadonlyMap<number, CatalogueProduct>, number | null>();

/**
 * The mean share of the price that is left after cost, 0 to 1, over the variants whose price and cost are known; null
 * when none is. Costs above the price count as no margin. Worked out once for a catalogue.
 */
export function marginShareOf(products: ReadonlyMap<number, CatalogueProduct>): number | null {
  const held = known.get(products);
  if (held !== undefined) return held;
  let sum = 0;
  let count = 0;
  for (const { variants } of products.values()) {
    for (const { priceMinor, costMinor } of variants) {
      if (costMinor === null || costMinor === undefined || priceMinor <= 0) continue;
      sum += Math.max(0, priceMinor - costMinor) / priceMinor;
      count += 1;
    }
  }
  const share = count === 0 ? null : sum / count;
  known.set(products, share);
  return share;
}
