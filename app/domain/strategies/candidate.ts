import type { StrategyOf } from "./strategy";
import type { CandidateEvidence } from "./evidence";
import type { CandidateRefusal } from "./exclusions";

/** A product that a strategy puts forward, and what speaks for it. */
export interface StrategyCandidate {
  productId: number;
  /** Empty: every variant. */
  variantIds: readonly number[];
  /** Relevance in (0, 1], 1 for the best of its list. */
  score: number;
  evidence: CandidateEvidence;
}

/** What a strategy answers; products are the best first and never excluded ones. */
export type StrategyOutcome =
  | { kind: "products"; candidates: StrategyCandidate[]; refused: CandidateRefusal[] }
  | { kind: "link"; collectionId: number; productCount: number }
  | { kind: "coupon"; coupon: StrategyOf<"coupon"> }
  | { kind: "thanks" };

/** A candidate that has yet to pass the exclusions; scores of any scale above 0, the best first. */
export type Proposal = StrategyCandidate;
