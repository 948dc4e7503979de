import { daysAfter } from "../courtesy/days";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import type { StrategyOutcome } from "./candidate";
import { byScore, collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { StrategyOf } from "./strategy";

/**
 * What this customer is due to buy again: from the lead days before the range of its due time until that range ends,
 * and only products that enough customers are known to buy again.
 */
export function reorderCandidates({ leadDays }: StrategyOf<"reorder">, input: StrategyInput): StrategyOutcome {
  const { now, policy, sources } = input;
  const proposals = sources.reorders()
    .filter(({ productId, dueFrom, dueUntil, repeats, repeatCustomers }) =>
      now >= daysAfter(dueFrom, -leadDays) && now <= dueUntil
      && sources.isRebought(productId) === true && isEnoughEvidence(policy, { orders: repeats, customers: repeatCustomers }))
    .map(({ productId, score, timesBought, dueFrom, dueUntil, repeats, repeatCustomers }) => ({
      productId, variantIds: [], score,
      evidence: { kind: "dueAgain" as const, timesBought, dueFrom: dueFrom.toISOString(), dueUntil: dueUntil.toISOString(), repeats, repeatCustomers },
    }))
    .sort(byScore);
  return collect(proposals, createExaminer(input, null), input.limit);
}
