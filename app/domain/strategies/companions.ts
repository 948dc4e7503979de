import type { Affinities } from "../recommendations/affinities";
import { type CustomerPast, pastWeights, type PastWeights } from "../recommendations/customer-past";
import { MINIMUM_CUSTOMERS, MINIMUM_ORDERS } from "../recommendations/evidence";
import type { Neighbours } from "../recommendations/neighbours";
import { bestOf, type OrderScoring, refine, scoreByNeighbours, weighForCustomer } from "../recommendations/score-order";
import type { NumberedLists } from "./numbered-lists";
import type { Companion } from "./sources";
import { leftOutWith, withPins, type StaffChoices } from "./staff-choices";

/** A product's closest neighbours with the evidence for each; parallel lists in order of product id. */
export interface NeighbourLists {
  ofOrders: number;
  ids: readonly number[];
  share: readonly number[];
  error: readonly number[];
  logPopularity: readonly number[];
  ownLogPopularity: number;
  orders: readonly number[];
  customers: readonly number[];
  expected: readonly number[];
  logChance: readonly number[];
}

export interface CompanionQuestion {
  neighbours: ReadonlyMap<number, NeighbourLists>;
  /** ln of the chance that a pair may have at most; null while no pair may. */
  threshold: number | null;
  choices: StaffChoices;
  /** Above 1 for what is bought more now than usual. */
  trend?: (productId: number) => number;
  /** What the neighbours of a companion say for it once the others are known. */
  regressions?: ReadonlyMap<number, RegressionLists>;
  /** What goes with products that the customer bought before. */
  affinities?: ReadonlyMap<number, Affinities>;
}

export interface RegressionLists {
  ids: readonly number[];
  weights: readonly number[];
}

/** The same question over products by small numbers. */
export interface NumberedQuestion extends Pick<OrderScoring, "trend" | "regression" | "past"> {
  listsOf: (number: number) => NumberedLists | undefined;
  threshold: number;
  /** By ids. */
  choices: CompanionQuestion["choices"];
  idOf: (number: number) => number;
}

/** Staff's pins, then companions whose evidence passes the gate, scored for the order as a whole, the best first. */
export function companionsFrom(productIds: readonly number[], question: CompanionQuestion, past: CustomerPast | null = null): Companion[] {
  return askCompanions(productIds, question).companions(question.regressions ?? new Map(), past);
}

/** An order's companions, scored but for the regression and the customer's past. */
export interface AskedCompanions {
  /** Those of which the regression has to be known, by id; none of a small order. */
  best: readonly number[];
  companions(regressions: ReadonlyMap<number, RegressionLists>, past: CustomerPast | null): Companion[];
}

/** As `companionsFrom` in two steps, so that no more regressions have to be read than are needed, and nothing is scored twice. */
export function askCompanions(productIds: readonly number[], { neighbours, threshold, choices, trend, affinities }: CompanionQuestion): AskedCompanions {
  if (threshold === null) return { best: [], companions: () => withPins(productIds, [], choices) };
  const index = indexOf(productIds, neighbours);
  const listsOf = (number: number): NumberedLists | undefined => {
    const lists = neighbours.get(index.idOf(number));
    return lists && {
      ...lists,
      products: Int32Array.from(lists.ids, index.numberOf),
      share: Float64Array.from(lists.share),
      error: Float64Array.from(lists.error),
      logPopularity: Float64Array.from(lists.logPopularity),
    };
  };
  const numbered = new Map(productIds.map((id) => [index.numberOf(id), listsOf(index.numberOf(id))]));
  const query = productIds.map(index.numberOf);
  const { found, scores } = scored(query, {
    listsOf: (number) => numbered.get(number), threshold, choices, idOf: index.idOf, ...(trend ? { trend: (number) => trend(index.idOf(number)) } : {}),
  });
  const best = bestOf(query, scores, (number) => found.has(number));
  return {
    best: best.map(index.idOf),
    companions: (regressions, past) => {
      const refined = new Map(scores);
      const weights = past && numberedWeights(pastWeights(past, (id) => affinities?.get(id)), index.idOf);
      weighForCustomer(refined, query, { neighbours: (number) => numbered.get(number) ?? NO_NEIGHBOURS, past: weights });
      refine(refined, query, (number) => numberedRegression(regressions.get(index.idOf(number)), index.numberOf), best);
      return withPins(productIds, listed(found, refined, index.idOf, weights), choices);
    },
  };
}

/** As `companionsFrom` without pins, for products that have small numbers already; none may be given to two products. */
export function rankCompanions(query: readonly number[], question: NumberedQuestion): Companion[] {
  const { found, scores } = scored(query, question);
  const best = question.regression ? bestOf(query, scores, (number) => found.has(number)) : [];
  weighForCustomer(scores, query, { neighbours: (number) => question.listsOf(number) ?? NO_NEIGHBOURS, past: question.past ?? null });
  if (question.regression) refine(scores, query, question.regression, best);
  return listed(found, scores, question.idOf, question.past);
}

/** Companions whose evidence passes the gate, in any order and scored alike, some more than once; without pins. No more is looked at than is read. */
export function* companionsPassing(query: readonly number[], { listsOf, threshold, choices, idOf }: NumberedQuestion): Generator<Companion> {
  const excluded = leftOutWith(query.map(idOf), choices);
  for (const withNumber of query) {
    const lists = listsOf(withNumber);
    if (!lists) continue;
    for (const place of placesPassing(lists, threshold)) {
      const number = lists.products[place] ?? 0;
      if (query.includes(number) || (excluded.size > 0 && excluded.has(idOf(number)))) continue;
      const one = strongest(number, query, listsOf, threshold);
      if (one) yield companionOf(one, idOf(number), idOf(one.withNumber), 1);
    }
  }
}

/** The product of the order that speaks most for a companion, as `evidenceByCompanion` finds it for all. */
function strongest(number: number, query: readonly number[], listsOf: NumberedQuestion["listsOf"], threshold: number): Found | null {
  let found: Found | null = null;
  for (const withNumber of query) {
    const lists = listsOf(withNumber);
    const place = lists && placesPassing(lists, threshold).find((one) => lists.products[one] === number);
    if (place === undefined) continue;
    const logChance = lists?.logChance[place] ?? 0;
    if (lists && (!found || found.logChance > logChance)) found = { withNumber, lists, place, logChance };
  }
  return found;
}

/** Companions with their evidence, and their scores by the neighbours alone. */
function scored(query: readonly number[], { listsOf, threshold, choices, idOf, trend }: NumberedQuestion): { found: Map<number, Found>; scores: Map<number, number> } {
  const found = evidenceByCompanion(query, listsOf, threshold, choices, idOf);
  if (found.size === 0) return { found, scores: new Map() };
  return { found, scores: scoreByNeighbours(query, { neighbours: (number) => listsOf(number) ?? NO_NEIGHBOURS, ...(trend ? { trend } : {}) }, (number) => found.has(number)) };
}

function listed(found: ReadonlyMap<number, Found>, scores: ReadonlyMap<number, number>, idOf: (number: number) => number, past?: PastWeights | null): Companion[] {
  return [...found]
    .map(([number, one]) => {
      const companion = companionOf(one, idOf(number), idOf(one.withNumber), scores.get(number) ?? 0);
      return past && past.nearness(number) > 1 ? { ...companion, fitsPast: true as const } : companion;
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.productId - other.productId);
}

const NO_NEIGHBOURS: Neighbours = { products: new Int32Array(0), share: new Float64Array(0), error: new Float64Array(0), logPopularity: new Float64Array(0), ownLogPopularity: 0 };

function numberedWeights({ orders, nearness, owns }: PastWeights, idOf: (number: number) => number): PastWeights {
  return { orders, nearness: (number) => nearness(idOf(number)), owns: (number) => owns(idOf(number)) };
}

function numberedRegression(lists: RegressionLists | undefined, numberOf: (id: number) => number) {
  return lists && { products: Int32Array.from(lists.ids, numberOf), weights: Float64Array.from(lists.weights) };
}

interface Found {
  /** The product of the order that speaks most for it, with the companion's place in its lists. */
  withNumber: number;
  lists: NumberedLists;
  place: number;
  logChance: number;
}

function companionOf({ lists, place }: Found, productId: number, withProductId: number, score: number): Companion {
  return {
    productId, withProductId, score, orders: lists.orders[place] ?? 0, ofOrders: lists.ofOrders,
    expected: lists.expected[place] ?? 0, customers: lists.customers[place] ?? 0,
  };
}

/** For each companion the product of the order that speaks most for it: the least chance of coming about by chance. */
function evidenceByCompanion(
  query: readonly number[], listsOf: NumberedQuestion["listsOf"], threshold: number, choices: CompanionQuestion["choices"], idOf: (number: number) => number,
): Map<number, Found> {
  const own = new Set(query);
  const excluded = leftOutWith(query.map(idOf), choices);
  const found = new Map<number, Found>();
  for (const withNumber of query) {
    const lists = listsOf(withNumber);
    if (!lists) continue;
    const passing = placesPassing(lists, threshold);
    for (let n = 0; n < passing.length; n += 1) {
      const place = passing[n] ?? 0;
      const logChance = lists.logChance[place] ?? 0;
      const number = lists.products[place] ?? 0;
      if (own.has(number) || (excluded.size > 0 && excluded.has(idOf(number)))) continue;
      const held = found.get(number);
      if (!held) found.set(number, { withNumber, lists, place, logChance });
      else if (held.logChance > logChance) {
        held.withNumber = withNumber;
        held.lists = lists;
        held.place = place;
        held.logChance = logChance;
      }
    }
  }
  return found;
}

/** Where lists stand up to the gate; many orders ask the same. */
function placesPassing(lists: NumberedLists, threshold: number): Int32Array {
  if (lists.passing?.threshold === threshold) return lists.passing.places;
  const places: number[] = [];
  for (let place = 0; place < lists.products.length; place += 1) {
    if ((lists.logChance[place] ?? 0) > threshold || (lists.orders[place] ?? 0) < MINIMUM_ORDERS || (lists.customers[place] ?? 0) < MINIMUM_CUSTOMERS) continue;
    places.push(place);
  }
  lists.passing = { threshold, places: Int32Array.from(places) };
  return lists.passing.places;
}

/** Small numbers for ids in the order of the ids, as ranking wants them. */
function indexOf(productIds: readonly number[], neighbours: CompanionQuestion["neighbours"]) {
  const ids = [...new Set([...productIds, ...[...neighbours.values()].flatMap((lists) => lists.ids)])].sort((one, other) => one - other);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { numberOf: (id: number) => numbers.get(id) ?? -1, idOf: (number: number) => ids[number] ?? 0 };
}
