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
  const subject: Subject = { words: wordsOf(product), collectionIds: new Set(product.collectionIds), vendor: fold(product.vendor) };
  const found = new Map<number, Kin>();
  for (const { rungs } of ladder.familiesOf(product)) {
    const from = placeOfPrice(rungs, lowestMinor);
    const to = placeOfPrice(rungs, highestMinor + 1);
    const step = Math.max(1, Math.ceil((to - from) / MOST_COMPARED));
    for (let place = from; place < to; place += step) {
      const rung = rungs[place];
      if (!rung || rung.product.id === product.id || found.has(rung.product.id)) continue;
      const kinship = kinshipOf(subject, rung.product);
      if (kinship > 0) found.set(rung.product.id, { ...rung, kinship });
    }
  }
  return [...found.values()];
}

/** The product that others are compared with, prepared once. */
interface Subject {
  words: ReadonlySet<string>;
  collectionIds: ReadonlySet<number>;
  vendor: string;
}

function kinshipOf(subject: Subject, other: CatalogueProduct): number {
  const byTitle = titleSimilarity(subject.words, wordsOf(other));
  const byCollections = overlap(subject.collectionIds, other.collectionIds);
  if (byTitle === 0 && byCollections === 0) return 0;
  const byVendor = subject.vendor !== "" && subject.vendor === fold(other.vendor) ? 1 : 0;
  return 0.5 * byTitle + 0.3 * byCollections + 0.2 * byVendor;
}

/** The share of collections that two products have in common (Jaccard); a product names a collection once. */
function overlap(one: ReadonlySet<number>, other: readonly number[]): number {
  let common = 0;
  for (const id of other) if (one.has(id)) common += 1;
  const all = one.size + other.length - common;
  return all === 0 ? 0 : common / all;
}

/** Reading titles is most of the work, and popular products are compared again and again. Lives as long as its product. */
const known = new WeakMap<CatalogueProduct, ReadonlySet<string>>();

function wordsOf(product: CatalogueProduct): ReadonlySet<string> {
  let words = known.get(product);
  if (!words) known.set(product, (words = titleWords(product.title)));
  return words;
}
