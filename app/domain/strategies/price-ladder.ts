import type { CatalogueProduct } from "../catalogue/product";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import type { Proposal, StrategyOutcome } from "./candidate";
import { entryPrice } from "./catalogue-index";
import { byScore, collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import { findKin } from "./kin";
import type { MoveUp } from "./sources";
import type { StrategyOf } from "./strategy";

/** Less than this is no step up but the same thing at about the same price. */
const SMALLEST_STEP_PERCENT = 10;
/** What buyers did outweighs what titles say. */
const MOVED_WEIGHT = 2;

/**
 * The next product up from each of the order's: the same kind of thing, dearer by 10 % to the strategy's step, the near
 * ones first; those that enough buyers of the cheaper one went on to buy come before all, and need no other likeness.
 */
export function priceLadderCandidates(strategy: StrategyOf<"priceLadder">, input: StrategyInput): StrategyOutcome {
  const ids = [...new Set(input.facts.lines.map(({ productId }) => productId))].sort((one, other) => one - other);
  const best = new Map<number, Proposal>();
  for (const product of ids.flatMap((id) => input.catalogue.byId.get(id) ?? [])) {
    for (const proposal of stepsUp(product, strategy.maxStepPercent, input)) {
      const held = best.get(proposal.productId);
      if (!held || proposal.score > held.score) best.set(proposal.productId, proposal);
    }
  }
  return collect([...best.values()].sort(byScore), createExaminer(input, strategy.exclude), input.limit);
}

function stepsUp(from: CatalogueProduct, maxStepPercent: number, { ladder, sources, policy, catalogue }: StrategyInput): Proposal[] {
  const fromMinor = entryPrice(from);
  if (fromMinor === null) return [];
  const lowest = Math.ceil((fromMinor * (100 + SMALLEST_STEP_PERCENT)) / 100);
  const highest = Math.floor((fromMinor * (100 + maxStepPercent)) / 100);
  const moves = new Map(sources.movesUp(from.id).filter((move) => isEnoughEvidence(policy, move)).map((move) => [move.productId, move]));
  const propose = (productId: number, toMinor: number, likeness: number): Proposal => {
    const move = moves.get(productId);
    const nearness = 1 - (0.5 * (toMinor - fromMinor)) / (highest - fromMinor);
    const evidence = { kind: "nextUp" as const, fromProductId: from.id, fromMinor, toMinor, moved: move ? figuresOf(move) : null };
    return { productId, variantIds: [], score: likeness * nearness + (move ? MOVED_WEIGHT * (1 + move.customers / move.ofCustomers) : 0), evidence };
  };
  const kin = findKin(from, ladder, lowest, highest).map(({ product, priceMinor, kinship }) => propose(product.id, priceMinor, kinship));
  const known = new Set(kin.map(({ productId }) => productId));
  const moved = [...moves.keys()].flatMap((productId) => {
    const product = known.has(productId) ? undefined : catalogue.byId.get(productId);
    const toMinor = product ? entryPrice(product) : null;
    return toMinor === null || toMinor < lowest || toMinor > highest ? [] : [propose(productId, toMinor, 0)];
  });
  return [...kin, ...moved];
}

function figuresOf({ customers, ofCustomers, orders }: MoveUp): { customers: number; ofCustomers: number; orders: number } {
  return { customers, ofCustomers, orders };
}
