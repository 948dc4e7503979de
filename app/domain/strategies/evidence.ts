import type { DownsellWay } from "./strategy";

/** What speaks for a candidate, called what it is. */
export type CandidateEvidence =
  /** Staff chose it; `place` counts from 0. */
  | { kind: "staffChoice"; place: number }
  /** Staff pinned it to a product of the order. */
  | { kind: "pinned"; withProductId: number }
  | { kind: "boughtTogether"; withProductId: number; orders: number; ofOrders: number; expected: number; customers: number; isInNextOrder?: true; fitsPast?: true }
  | { kind: "sameCollection"; withProductId: number; collectionId: number; size: number }
  | { kind: "sameTag"; withProductId: number; tag: string; size: number }
  | { kind: "similarPrice"; priceMinor: number; aroundMinor: number }
  | { kind: "bestseller"; orders: number; days: number }
  /** `moved` is null while too few buyers moved up to say so. */
  | { kind: "nextUp"; fromProductId: number; fromMinor: number; toMinor: number; moved: { customers: number; ofCustomers: number; orders: number } | null }
  /** `place` of the way among those that staff chose, from 0. */
  | { kind: "downsell"; way: DownsellWay; place: number; fromProductId: number; fromMinor: number; toMinor: number }
  /** ISO 8601 in UTC. */
  | { kind: "dueAgain"; timesBought: number; dueFrom: string; dueUntil: string; repeats: number; repeatCustomers: number };

/** The observations that an inferred choice rests on, for the policy's minimum; null where nothing was inferred. */
export function observationsOf(evidence: CandidateEvidence): { orders: number; customers: number } | null {
  switch (evidence.kind) {
    case "boughtTogether": return { orders: evidence.orders, customers: evidence.customers };
    case "nextUp": return evidence.moved && { orders: evidence.moved.orders, customers: evidence.moved.customers };
    case "dueAgain": return { orders: evidence.repeats, customers: evidence.repeatCustomers };
    case "staffChoice":
    case "pinned":
    case "sameCollection":
    case "sameTag":
    case "similarPrice":
    case "bestseller":
    case "downsell": return null;
  }
}

/** The products and collections that a piece of evidence names. */
export function idsInEvidence(evidence: CandidateEvidence): { product: number[]; collection: number[] } {
  switch (evidence.kind) {
    case "boughtTogether":
    case "pinned":
    case "sameTag": return { product: [evidence.withProductId], collection: [] };
    case "sameCollection": return { product: [evidence.withProductId], collection: [evidence.collectionId] };
    case "nextUp":
    case "downsell": return { product: [evidence.fromProductId], collection: [] };
    case "staffChoice":
    case "similarPrice":
    case "bestseller":
    case "dueAgain": return { product: [], collection: [] };
  }
}
