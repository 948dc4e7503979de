import { isEnoughEvidence } from "../courtesy/evidence-limit";
import type { Proposal, StrategyOutcome } from "./candidate";
import { coldStartProposals } from "./cold-start";
import { byScore, collect, collectSlate } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { StrategyOf } from "./strategy";

/**
 * What staff pinned to the order's products, then what was bought together with them, on at least the evidence that
 * policy and strategy ask for. When none of it may be offered, the cold start; findings and cold start are never mixed.
 */
export function boughtTogetherCandidates(strategy: StrategyOf<"boughtTogether">, input: StrategyInput): StrategyOutcome {
  const examine = createExaminer(input, strategy.exclude);
  const query = orderedIds(input);
  const known = collectSlate(companionProposals(query, strategy, input), input.sources.overlaps?.(query) ?? [], examine, input.limit);
  return known.candidates.length > 0 ? known : collect(coldStartProposals(input), examine, input.limit);
}

function orderedIds({ facts }: StrategyInput): number[] {
  return [...new Set(facts.lines.map(({ productId }) => productId))].sort((one, other) => one - other);
}

function companionProposals(query: readonly number[], { minOrders = 0 }: StrategyOf<"boughtTogether">, { policy, sources }: StrategyInput): Proposal[] {
  const least = { minOrders: Math.max(minOrders, policy.minOrders), minCustomers: policy.minCustomers };
  return sources.companions(query)
    .filter((companion) => companion.score > 0 && (companion.isPinned === true || isEnoughEvidence(least, companion)))
    .map(({ productId, score, isPinned, ...figures }) => ({
      productId, variantIds: [], score,
      evidence: isPinned === true ? { kind: "pinned" as const, withProductId: figures.withProductId } : { kind: "boughtTogether" as const, ...figures },
    }))
    .sort(byScore);
}
