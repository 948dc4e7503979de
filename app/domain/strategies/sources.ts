import type { CustomerPast } from "../recommendations/customer-past";
import type { Overlaps } from "../recommendations/overlaps";

/**
 * What a shop's past tells strategies: the narrow side of the counts that are kept elsewhere. Answers are plain values
 * of one moment, so that a decision can be replayed; all lists are in a stated order.
 */
export interface Sources {
  /**
   * How often companions are bought together, one for each product of the order that the shop knows; read only where
   * several are shown beside each other.
   */
  overlaps?(productIds: readonly number[]): readonly Overlaps[];
  /** What staff never want beside any of these products. */
  leftOut?(productIds: readonly number[]): ReadonlySet<number>;
  /**
   * What staff pinned to products of an order, then products bought with them, the best first, scored for the order as a
   * whole and, where it is told, for the customer's past. Only findings that have passed the evidence gate: their figures
   * may be shown, those of a pin may not.
   */
  companions(productIds: readonly number[], past?: CustomerPast | null): readonly Companion[];
  /** As `companions`, in any order, scored alike, and some more than once: for who asks whether there are any. */
  anyCompanions?(productIds: readonly number[]): Iterable<Companion>;
  /** The same of products that customers' next orders brought and that were not in the order. */
  laterCompanions(productIds: readonly number[]): readonly Companion[];
  /** Products by orders of the last so many days, most first, ties by id; the first 500 are read. */
  bestsellers(days: number): readonly Bestseller[];
  /** What the customer in hand buys again, the most likely first; empty for a stranger. */
  reorders(): readonly ReorderDue[];
  /** Dearer products that buyers of this one went on to buy, most first. */
  movesUp(productId: number): readonly MoveUp[];
  /** Whether customers buy a product again; null while there is too little evidence to say. */
  isRebought(productId: number): boolean | null;
}

export interface Companion {
  productId: number;
  /** Above 0; comparable within one answer only. */
  score: number;
  /** The product of the order that speaks most for it. */
  withProductId: number;
  /** Orders that had both, of the orders that had `withProductId`. */
  orders: number;
  ofOrders: number;
  /** Orders that would have had both by chance. */
  expected: number;
  /** Whose orders they were. */
  customers: number;
  /** The customer's next order had it, not the same one. */
  isInNextOrder?: true;
  /** It goes with what this customer bought before, more than most that does. */
  fitsPast?: true;
  /** Staff want it with `withProductId`, whatever the counts say. */
  isPinned?: true;
}

export interface Bestseller {
  productId: number;
  orders: number;
}

export interface ReorderDue {
  productId: number;
  /** Above 0; comparable within one answer only. */
  score: number;
  /** How often this customer bought it. */
  timesBought: number;
  /** A range, never a date. */
  dueFrom: Date;
  dueUntil: Date;
  /** The shop's repeat purchases of it, and by how many customers. */
  repeats: number;
  repeatCustomers: number;
}

export interface MoveUp {
  productId: number;
  /** Customers who bought it after the cheaper one, of the customers who bought that. */
  customers: number;
  ofCustomers: number;
  orders: number;
}

/** A shop without a past. */
export const NO_SOURCES: Sources = { companions: () => [], laterCompanions: () => [], bestsellers: () => [], reorders: () => [], movesUp: () => [], isRebought: () => null };

/** For placements after the order: pins and what next orders brought or, where nothing is known of that, what is bought together. */
export function afterOrder(sources: Sources): Sources {
  return {
    ...sources,
    companions: (productIds, past) => {
      const later = sources.laterCompanions(productIds);
      return isKnown(later) ? later : sources.companions(productIds, past);
    },
    anyCompanions: (productIds) => {
      const later = sources.laterCompanions(productIds);
      return isKnown(later) ? later : (sources.anyCompanions?.(productIds) ?? []);
    },
    // Which next orders bring several of them together is not counted.
    overlaps: (productIds) => (isKnown(sources.laterCompanions(productIds)) ? [] : (sources.overlaps?.(productIds) ?? [])),
  };
}

function isKnown(later: readonly Companion[]): boolean {
  return later.some(({ isPinned }) => isPinned !== true);
}
