import { asEarlier, productOf } from "../../domain/recommendations/after-order";
import type { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import { type Affinities, affinitiesOf } from "../../domain/recommendations/affinities";
import { overlapsOf } from "../../domain/recommendations/overlaps";
import { regressionOf } from "../../domain/recommendations/regression";
import { type NumberedLists, numberedListsOf } from "../../domain/strategies/numbered-lists";
import type { AffinityRow, NeighbourRow, OverlapRow, RegressionRow } from "./neighbour-rows";

/** Counts with the ids of their products. */
export interface NumberedCounts {
  counts: CoPurchaseCounts;
  idOf: (number: number) => number;
}

export interface ClosestRows {
  neighbours: NeighbourRow;
  regression: RegressionRow;
  slate: OverlapRow;
  affinities: AffinityRow;
}

/** What is kept of a product's closest neighbours in the same order. */
export function closestWithin({ counts, idOf }: NumberedCounts, number: number): ClosestRows {
  const lists = numberedListsOf(counts, number);
  return {
    neighbours: neighbourRow(lists, idOf), regression: regressionRow(counts, idOf, number), slate: overlapRow(counts, idOf, number),
    affinities: affinityRow(affinitiesOf(lists, idOf)),
  };
}

/** The same in the customer's next order, of counts under `asEarlier` and `asLater` of a product's number. */
export function closestAfter({ counts, idOf }: NumberedCounts, number: number): NeighbourRow {
  return neighbourRow(numberedListsOf(counts, asEarlier(number)), (each) => idOf(productOf(each)));
}

function neighbourRow(lists: NumberedLists, idOf: (number: number) => number): NeighbourRow {
  const { ofOrders, ownLogPopularity } = lists;
  const order = Array.from(lists.products, (_product, place) => place).sort((one, other) => idOf(lists.products[one] ?? 0) - idOf(lists.products[other] ?? 0));
  const inOrder = (values: ArrayLike<number>) => order.map((place) => values[place] ?? 0);
  return {
    ofOrders, ownLogPopularity,
    ids: order.map((place) => idOf(lists.products[place] ?? 0)),
    share: inOrder(lists.share),
    error: inOrder(lists.error),
    logPopularity: inOrder(lists.logPopularity),
    orders: inOrder(lists.orders),
    customers: inOrder(lists.customers),
    expected: inOrder(lists.expected),
    logChance: inOrder(lists.logChance),
  };
}

function regressionRow(counts: CoPurchaseCounts, idOf: NumberedCounts["idOf"], number: number): RegressionRow {
  const { products, weights } = regressionOf(counts, number);
  return { ids: Array.from(products, idOf), weights: Array.from(weights, (weight) => Number(weight.toPrecision(5))) };
}

function affinityRow({ products, weights }: Affinities): AffinityRow {
  return { ids: [...products], weights: [...weights] };
}

function overlapRow(counts: CoPurchaseCounts, idOf: NumberedCounts["idOf"], number: number): OverlapRow {
  const { products, shares } = overlapsOf(counts, number);
  return { products: products.map(idOf), shares: Buffer.from(shares).toString("base64") };
}
