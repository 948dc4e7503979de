import { isEnoughEvidence } from "../courtesy/evidence-limit";
import { isGiftAt } from "../courtesy/gift-confidence";
import type { Proposal, StrategyOutcome } from "./candidate";
import { coldStartProposals } from "./cold-start";
import { byScore, collect, collectSlate } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import { pastOf } from "./past-of-purchases";
import type { Companion } from "./sources";
import type { StrategyOf } from "./strategy";

/**
 * What staff pinned to the order's products, then what was bought together with them, on at least the evidence that
 * policy and strategy ask for. When none of it may be offered, the cold start; findings and cold start are never mixed.
 */
export function boughtTogetherCandidates(strategy: StrategyOf<"boughtTogether">, input: StrategyInput): StrategyOutcome {
  const examine = createExaminer(input, strategy.exclude);
  const query = orderedIds(input);
  if (input.isAnyEnough === true) {
    const any = collect(proposalsOf(withEvidence(input.sources.anyCompanions?.(query) ?? [], strategy, input)), examine, 1);
    if (any.candidates.length > 0) return any;
  }
  const companions = bestCompanions(query, strategy, input);
  const overlaps = input.sources.overlaps?.(query) ?? [];
  // Where nothing is shown beside another, no more of them are looked at than are wanted.
  const known = overlaps.length === 0 ? collect(proposalsOf(companions), examine, input.limit) : collectSlate([...proposalsOf(companions)], overlaps, examine, input.limit);
  return known.candidates.length > 0 ? known : collect(coldStartProposals(input), examine, input.limit);
}

function orderedIds({ facts }: StrategyInput): number[] {
  return [...new Set(facts.lines.map(({ productId }) => productId))].sort((one, other) => one - other);
}

function bestCompanions(query: readonly number[], strategy: StrategyOf<"boughtTogether">, input: StrategyInput): Companion[] {
  const { policy, sources, purchases, gift = null } = input;
  // What is bought for somebody else says nothing of what the customer likes, and the other way round.
  const past = isGiftAt(gift, policy.giftsFrom) ? null : pastOf(purchases, policy.giftsFrom);
  return [...withEvidence(sources.companions(query, past), strategy, input)].sort(byScore);
}

/** Those with as much evidence as the policy and the strategy ask for, and pins. */
function* withEvidence(companions: Iterable<Companion>, { minOrders = 0 }: StrategyOf<"boughtTogether">, { policy }: StrategyInput): Generator<Companion> {
  const least = { minOrders: Math.max(minOrders, policy.minOrders), minCustomers: policy.minCustomers };
  for (const companion of companions) {
    if (companion.score > 0 && (companion.isPinned === true || isEnoughEvidence(least, companion))) yield companion;
  }
}

function* proposalsOf(companions: Iterable<Companion>): Generator<Proposal> {
  for (const { productId, score, isPinned, ...figures } of companions) {
    yield {
      productId, variantIds: [], score,
      evidence: isPinned === true ? { kind: "pinned", withProductId: figures.withProductId } : { kind: "boughtTogether", ...figures },
    };
  }
}
