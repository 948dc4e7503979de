import type { Proposal, StrategyOutcome } from "./candidate";
import { collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { StrategyOf } from "./strategy";

/** The products that staff named, in their order; all are as relevant as the first, since staff know why. */
export function manualCandidates(strategy: StrategyOf<"manual">, input: StrategyInput): StrategyOutcome {
  return collect(proposalsOf(strategy), createExaminer(input, null), input.limit);
}

/** By the strategy they were made of, which stays the same for many decisions. */
const made = new WeakMap<StrategyOf<"manual">, readonly Proposal[]>();

function proposalsOf(strategy: StrategyOf<"manual">): readonly Proposal[] {
  let proposals = made.get(strategy);
  if (!proposals) {
    proposals = strategy.products.map(({ productId, variantIds }, place) => ({ productId, variantIds, score: 1, evidence: { kind: "staffChoice" as const, place } }));
    made.set(strategy, proposals);
  }
  return proposals;
}
