import type { Proposal, StrategyCandidate, StrategyOutcome } from "./candidate";
import type { CandidateRefusal, Examine } from "./exclusions";

/** Refusals that are kept: enough to explain, few enough to store with every decision. */
const MAX_REFUSED = 10;

/** The first proposals that nothing forbids, each product once, with scores relative to the best; refusals beside. */
export function collect(proposals: Iterable<Proposal>, examine: Examine, limit: number): Extract<StrategyOutcome, { kind: "products" }> {
  const candidates: StrategyCandidate[] = [];
  const refused: CandidateRefusal[] = [];
  const seen = new Set<number>();
  for (const proposal of proposals) {
    if (candidates.length >= limit) break;
    if (seen.has(proposal.productId)) continue;
    seen.add(proposal.productId);
    const reason = examine(proposal);
    if (reason === null) candidates.push(proposal);
    else if (refused.length < MAX_REFUSED) refused.push(reason);
  }
  const best = Math.max(...candidates.map(({ score }) => score));
  return { kind: "products", candidates: candidates.map((one) => ({ ...one, score: one.score / best })), refused };
}

/** Best score first, then by product: the same whatever order they came in. */
export function byScore(one: Proposal, other: Proposal): number {
  return other.score - one.score || one.productId - other.productId;
}
