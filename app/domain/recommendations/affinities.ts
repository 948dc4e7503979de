import type { Neighbours } from "./neighbours";
import { pickHighest } from "./pick-highest";
import { CERTAIN_SHAPE, votesOf } from "./rank";

/** So many of a product's neighbours share nearly all of its vote. */
const KEPT = 30;
/** Weights are kept to so many parts of a vote. */
const PARTS = 10_000;

/** What goes with a product that a customer is known to buy; parallel lists, the nearest first. */
export interface Affinities {
  products: readonly number[];
  /** Each neighbour's part of the product's one vote. */
  weights: readonly number[];
}

/** Of a product's closest neighbours: what it would say for each of them among many other products. Under the ids of `idOf`, by which ties stand. */
export function affinitiesOf(neighbours: Neighbours, idOf: (product: number) => number = itself): Affinities {
  const votes = votesOf(neighbours, CERTAIN_SHAPE);
  const byProduct = new Map(Array.from(neighbours.products, (product, place) => [idOf(product), Math.round((votes[place] ?? 0) * PARTS) / PARTS]));
  const products = pickHighest(byProduct, (product) => (byProduct.get(product) ?? 0) > 0, KEPT, (one, other) => one - other);
  return { products, weights: products.map((product) => byProduct.get(product) ?? 0) };
}

function itself(product: number): number {
  return product;
}
