import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";
import { placeOfPrice, type Priced } from "./catalogue-index";
import type { LadderIndex } from "./ladder-index";
import { titleSimilarity, titleWords } from "./title-words";

/** Rungs that are compared for one product and family: a wide range is read at even steps, so that time stays bounded. */
const MOST_COMPARED = 300;

export interface Kin extends Priced {
  /** Above 0, to 1: how much the two are the same kind of thing. */
  kinship: number;
}

/**
 * Products of a product's families within a price range (lowest included, highest too) that are the same kind of thing:
 * half by title, three tenths by the collections they share, a fifth by vendor. A type alone makes none.
 */
export function findKin(product: CatalogueProduct, ladder: LadderIndex, lowestMinor: number, highestMinor: number): Kin[] {
  const words = titleWords(product.title);
  const found = new Map<number, Kin>();
  for (const { rungs } of ladder.familiesOf(product)) {
    const from = placeOfPrice(rungs, lowestMinor);
    const to = placeOfPrice(rungs, highestMinor + 1);
    const step = Math.max(1, Math.ceil((to - from) / MOST_COMPARED));
    for (let place = from; place < to; place += step) {
      const rung = rungs[place];
      if (!rung || rung.product.id === product.id || found.has(rung.product.id)) continue;
      const kinship = kinshipOf(product, words, rung.product);
      if (kinship > 0) found.set(rung.product.id, { ...rung, kinship });
    }
  }
  return [...found.values()];
}

function kinshipOf(one: CatalogueProduct, words: ReadonlySet<string>, other: CatalogueProduct): number {
  const byTitle = titleSimilarity(words, titleWords(other.title));
  const byCollections = overlap(one.collectionIds, other.collectionIds);
  if (byTitle === 0 && byCollections === 0) return 0;
  const byVendor = one.vendor !== "" && fold(one.vendor) === fold(other.vendor) ? 1 : 0;
  return 0.5 * byTitle + 0.3 * byCollections + 0.2 * byVendor;
}

function overlap(one: readonly number[], other: readonly number[]): number {
  const left = new Set(one);
  const right = new Set(other);
  const common = [...left].filter((id) => right.has(id)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
