import type { StrategyOutcome } from "./candidate";
import { collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { StrategyOf } from "./strategy";

/** The products that staff named, in their order; all are as relevant as the first, since staff know why. */
export function manualCandidates(strategy: StrategyOf<"manual">, input: StrategyInput): StrategyOutcome {
  const proposals = strategy.products.map(({ productId, variantIds }, place) => ({ productId, variantIds, score: 1, evidence: { kind: "staffChoice" as const, place } }));
  return collect(proposals, createExaminer(input, null), input.limit);
}
