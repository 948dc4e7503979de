import type { Family, LadderIndex } from "./ladder-index";

/** A step that is too high to take: nothing of a family lies between two prices. */
export interface MissingRung {
  by: Family["by"];
  /** The product type, or the collection's id. */
  name: string;
  belowMinor: number;
  aboveMinor: number;
  /** The dearest below and the cheapest above, by lowest id. */
  belowProductId: number;
  aboveProductId: number;
  productsBelow: number;
  productsAbove: number;
}

export interface MissingRungOptions {
  /** How many times dearer the next product up has to be, to count as missing. */
  leastRatio: number;
  /** A single product below makes no ladder yet. */
  leastProductsBelow: number;
}

const DEFAULTS: MissingRungOptions = { leastRatio: 2.5, leastProductsBelow: 2 };

/** The rungs that a catalogue lacks, the widest gaps first; one pass over families that are sorted by price. */
export function missingRungs({ families }: LadderIndex, options: Partial<MissingRungOptions> = {}): MissingRung[] {
  const { leastRatio, leastProductsBelow } = { ...DEFAULTS, ...options };
  return families.flatMap((family) => gapsOf(family, leastRatio, leastProductsBelow)).sort(
    (one, other) => other.aboveMinor / other.belowMinor - one.aboveMinor / one.belowMinor
      || one.by.localeCompare(other.by) || (one.name < other.name ? -1 : Number(one.name > other.name)) || one.belowMinor - other.belowMinor,
  );
}

function gapsOf({ by, name, rungs }: Family, leastRatio: number, leastProductsBelow: number): MissingRung[] {
  const gaps: MissingRung[] = [];
  let firstAtPrice = 0;
  for (let place = 1; place < rungs.length; place += 1) {
    const below = rungs[firstAtPrice];
    const above = rungs[place];
    if (!below || !above || above.priceMinor === below.priceMinor) continue;
    if (place >= leastProductsBelow && above.priceMinor >= below.priceMinor * leastRatio) {
      gaps.push({
        by, name, belowMinor: below.priceMinor, aboveMinor: above.priceMinor, belowProductId: below.product.id, aboveProductId: above.product.id,
        productsBelow: place, productsAbove: rungs.length - place,
      });
    }
    firstAtPrice = place;
  }
  return gaps;
}
