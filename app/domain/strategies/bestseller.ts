import type { Proposal, StrategyOutcome } from "./candidate";
import { collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { Bestseller } from "./sources";
import type { StrategyOf } from "./strategy";

/** The products that most orders of the last days held. */
export function bestsellerCandidates(strategy: StrategyOf<"bestseller">, input: StrategyInput): StrategyOutcome {
  return collect(bestsellerProposals(input, strategy.days), createExaminer(input, strategy.exclude), input.limit);
}

/** Deeper than this no list is read: on every decision it would cost more than it finds. */
const DEPTH = 500;

/** By the list they were made of, which stays the same for many decisions. */
const made = new WeakMap<readonly Bestseller[], Proposal[]>();

/** The first 500 bestsellers; products that nobody bought are none. */
export function bestsellerProposals({ sources }: StrategyInput, days: number): readonly Proposal[] {
  const list = sources.bestsellers(days);
  let proposals = made.get(list);
  if (!proposals) {
    proposals = list
      .slice(0, DEPTH)
      .filter(({ orders }) => orders > 0)
      .map(({ productId, orders }) => ({ productId, variantIds: [], score: orders, evidence: { kind: "bestseller" as const, orders, days } }))
      .sort((one, other) => other.score - one.score || one.productId - other.productId);
    made.set(list, proposals);
  }
  return proposals;
}
