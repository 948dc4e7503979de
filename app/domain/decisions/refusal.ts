import type { CandidateReason } from "./decision";

/** A reason without the offer it is about. */
export type Refusal = CandidateReason extends infer Reason ? (Reason extends CandidateReason ? Omit<Reason, "offerId" | "offerVersion"> : never) : never;
