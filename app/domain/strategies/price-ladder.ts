import type { CatalogueProduct } from "../catalogue/product";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import type { Proposal, StrategyOutcome } from "./candidate";
import { entryPrice } from "./catalogue-index";
import { collect } from "./collect";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import { findKin } from "./kin";
import type { LadderIndex } from "./ladder-index";
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
  const steps = ids.flatMap((id) => input.catalogue.byId.get(id) ?? []).flatMap((product) => stepsUp(product, strategy.maxStepPercent, input) ?? []);
  return collect(merged(steps), createExaminer(input, strategy.exclude), input.limit);
}

/** The best of all lists first; `collect` keeps the first of each product, which is its best. */
function* merged(lists: readonly Steps[]): Generator<Proposal> {
  const next = new Int32Array(lists.length);
  for (;;) {
    let chosen = -1;
    let [bestScore, bestId] = [-Infinity, Infinity];
    for (let place = 0; place < lists.length; place += 1) {
      const at = next[place] ?? 0;
      const [score, id] = [lists[place]?.scores[at] ?? -Infinity, lists[place]?.productIds[at] ?? Infinity];
      if (score < bestScore || (score === bestScore && id >= bestId)) continue;
      [chosen, bestScore, bestId] = [place, score, id];
    }
    const steps = lists[chosen];
    if (!steps) return;
    const at = next[chosen] ?? 0;
    next[chosen] = at + 1;
    const { fromProductId, fromMinor, moves } = steps;
    const move = moves.get(bestId);
    yield {
      productId: bestId, variantIds: [], score: bestScore,
      evidence: { kind: "nextUp", fromProductId, fromMinor, toMinor: steps.toMinor[at] ?? 0, moved: move ? figuresOf(move) : null },
    };
  }
}

/** The steps up from one product, the best first, then by id; parallel lists. */
interface Steps {
  fromProductId: number;
  fromMinor: number;
  productIds: Float64Array;
  toMinor: Float64Array;
  scores: Float64Array;
  moves: ReadonlyMap<number, MoveUp>;
}

/** Steps that are kept ready, of all products of a catalogue together: some 50 MB at most. */
const KEPT_STEPS = 2_000_000;
/** Those that rest on the catalogue alone, by product and step. */
const known = new WeakMap<LadderIndex, { byStep: Map<string, Steps>; size: number }>();

function stepsUp(from: CatalogueProduct, maxStepPercent: number, input: StrategyInput): Steps | null {
  const moves = new Map(input.sources.movesUp(from.id).filter((move) => isEnoughEvidence(input.policy, move)).map((move) => [move.productId, move]));
  if (moves.size > 0) return findSteps(from, maxStepPercent, input, moves);
  const held = known.get(input.ladder) ?? { byStep: new Map<string, Steps>(), size: 0 };
  const key = `${String(from.id)} ${String(maxStepPercent)}`;
  const ready = held.byStep.get(key);
  if (ready) return ready;
  const steps = findSteps(from, maxStepPercent, input, moves);
  if (!steps) return null;
  if (held.size > KEPT_STEPS) known.set(input.ladder, { byStep: new Map([[key, steps]]), size: steps.scores.length });
  else {
    held.byStep.set(key, steps);
    held.size += steps.scores.length;
    known.set(input.ladder, held);
  }
  return steps;
}

function findSteps(from: CatalogueProduct, maxStepPercent: number, { ladder, catalogue }: StrategyInput, moves: ReadonlyMap<number, MoveUp>): Steps | null {
  const fromMinor = entryPrice(from);
  if (fromMinor === null) return null;
  const lowest = Math.ceil((fromMinor * (100 + SMALLEST_STEP_PERCENT)) / 100);
  const highest = Math.floor((fromMinor * (100 + maxStepPercent)) / 100);
  const step = (productId: number, toMinor: number, likeness: number) => {
    const move = moves.get(productId);
    const nearness = 1 - (0.5 * (toMinor - fromMinor)) / (highest - fromMinor);
    return { productId, toMinor, score: likeness * nearness + (move ? MOVED_WEIGHT * (1 + move.customers / move.ofCustomers) : 0) };
  };
  const kin = findKin(from, ladder, lowest, highest).map(({ product, priceMinor, kinship }) => step(product.id, priceMinor, kinship));
  const related = new Set(kin.map(({ productId }) => productId));
  const moved = [...moves.keys()].flatMap((productId) => {
    const product = related.has(productId) ? undefined : catalogue.byId.get(productId);
    const toMinor = product ? entryPrice(product) : null;
    return toMinor === null || toMinor < lowest || toMinor > highest ? [] : [step(productId, toMinor, 0)];
  });
  const found = [...kin, ...moved].sort((one, other) => other.score - one.score || one.productId - other.productId);
  return {
    fromProductId: from.id, fromMinor, moves,
    productIds: Float64Array.from(found, ({ productId }) => productId),
    toMinor: Float64Array.from(found, (one) => one.toMinor),
    scores: Float64Array.from(found, ({ score }) => score),
  };
}

function figuresOf({ customers, ofCustomers, orders }: MoveUp): { customers: number; ofCustomers: number; orders: number } {
  return { customers, ofCustomers, orders };
}
