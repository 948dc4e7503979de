import type { Overlaps } from "../recommendations/overlaps";
import { pickSlate } from "../recommendations/slate";
import type { Proposal, StrategyCandidate, StrategyOutcome } from "./candidate";
import type { CandidateRefusal, Examine } from "./exclusions";

type Products = Extract<StrategyOutcome, { kind: "products" }>;

/** Refusals that are kept: enough to explain, few enough to store with every decision. */
const MAX_REFUSED = 10;

/** The first proposals that nothing forbids, each product once, with scores relative to the best; refusals beside. */
export function collect(proposals: Iterable<Proposal>, examine: Examine, limit: number): Products {
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
  return { kind: "products", candidates: relativeToBest(candidates), refused };
}

/** As `collect`, but what is mostly bought with one already there stands back; from proposals of different products. */
export function collectSlate(proposals: readonly Proposal[], overlaps: readonly Overlaps[], examine: Examine, limit: number): Products {
  const byId = new Map(proposals.map((proposal) => [proposal.productId, proposal]));
  const refused: CandidateRefusal[] = [];
  const isCandidate = (productId: number) => {
    const proposal = byId.get(productId);
    const reason = proposal ? examine(proposal) : null;
    if (reason !== null && refused.length < MAX_REFUSED) refused.push(reason);
    return reason === null;
  };
  const picked = pickSlate(new Map(proposals.map(({ productId, score }) => [productId, score])), overlaps, isCandidate, limit);
  const candidates = picked.flatMap(({ product, score }) => {
    const proposal = byId.get(product);
    return proposal ? [{ ...proposal, score }] : [];
  });
  return { kind: "products", candidates: relativeToBest(candidates), refused };
}

function relativeToBest(candidates: readonly StrategyCandidate[]): StrategyCandidate[] {
  const best = Math.max(...candidates.map(({ score }) => score));
  return candidates.map((one) => ({ ...one, score: one.score / best }));
}

/** Best score first, then by product: the same whatever order they came in. */
export function byScore(one: Pick<Proposal, "productId" | "score">, other: Pick<Proposal, "productId" | "score">): number {
  return other.score - one.score || one.productId - other.productId;
}
