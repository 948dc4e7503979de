import { z } from "zod";

/** A product's closest neighbours with the evidence for each; parallel lists in order of product id. */
export const NeighbourRow = z.object({
  /** Orders that had the product itself. */
  ofOrders: z.number(),
  ids: z.array(z.number()),
  /** Of the product's purchases that also had the neighbour, with its standard error. */
  share: z.array(z.number()),
  error: z.array(z.number()),
  logPopularity: z.array(z.number()),
  ownLogPopularity: z.number(),
  orders: z.array(z.number()),
  customers: z.array(z.number()),
  /** Orders together by chance. */
  expected: z.array(z.number()),
  /** ln of the chance that so many come together by chance. */
  logChance: z.array(z.number()),
});
export type NeighbourRow = z.infer<typeof NeighbourRow>;

/** What each of a product's closest neighbours says for it once the others are known; parallel lists. */
export const RegressionRow = z.object({ ids: z.array(z.number()), weights: z.array(z.number()) });
export type RegressionRow = z.infer<typeof RegressionRow>;

/** `Affinities` by product id. */
export interface AffinityRow {
  ids: number[];
  weights: number[];
}

/** `Overlaps` by product id. */
export interface OverlapRow {
  products: number[];
  /** Base64. */
  shares: string;
}
