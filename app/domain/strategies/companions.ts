import { MINIMUM_CUSTOMERS, MINIMUM_ORDERS } from "../recommendations/evidence";
import { scoreCandidates } from "../recommendations/rank";
import type { Companion } from "./sources";

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
  /** By product of the order, then companion. */
  choices: ReadonlyMap<number, ReadonlyMap<number, "pin" | "exclude">>;
}

/** Companions whose evidence passes the gate, scored for the order as a whole, the best first; staff's pins before the rest. */
export function companionsFrom(productIds: readonly number[], { neighbours, threshold, choices }: CompanionQuestion): Companion[] {
  if (threshold === null) return [];
  const index = indexOf(productIds, neighbours);
  const scores = scoreCandidates(productIds.map(index.numberOf), (number) => {
    const lists = neighbours.get(index.idOf(number));
    return {
      products: Int32Array.from(lists?.ids ?? [], index.numberOf),
      share: Float64Array.from(lists?.share ?? []),
      error: Float64Array.from(lists?.error ?? []),
      logPopularity: Float64Array.from(lists?.logPopularity ?? []),
      ownLogPopularity: lists?.ownLogPopularity ?? 0,
    };
  });
  const found = evidenceByCompanion(productIds, neighbours, threshold, choices);
  return [...found.values()]
    .map(({ companion, isPinned }) => ({ ...companion, score: (scores.get(index.numberOf(companion.productId)) ?? 0) + (isPinned ? PINNED : 0) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.productId - other.productId);
}

/** Above any score. */
const PINNED = 1e6;

interface Found {
  companion: Companion;
  isPinned: boolean;
  logChance: number;
}

/** For each companion the product of the order that speaks most for it: the least chance of coming about by chance. */
function evidenceByCompanion(productIds: readonly number[], neighbours: CompanionQuestion["neighbours"], threshold: number, choices: CompanionQuestion["choices"]): Map<number, Found> {
  const own = new Set(productIds);
  const excluded = new Set(productIds.flatMap((id) => [...(choices.get(id) ?? [])].flatMap(([companionId, choice]) => (choice === "exclude" ? [companionId] : []))));
  const found = new Map<number, Found>();
  for (const withProductId of productIds) {
    const lists = neighbours.get(withProductId);
    if (!lists) continue;
    for (let place = 0; place < lists.ids.length; place += 1) {
      const productId = lists.ids[place] ?? 0;
      const orders = lists.orders[place] ?? 0;
      const customers = lists.customers[place] ?? 0;
      const logChance = lists.logChance[place] ?? 0;
      if (own.has(productId) || excluded.has(productId)) continue;
      if (orders < MINIMUM_ORDERS || customers < MINIMUM_CUSTOMERS || logChance > threshold) continue;
      const held = found.get(productId);
      const isPinned = choices.get(withProductId)?.get(productId) === "pin" || held?.isPinned === true;
      if (held && held.logChance <= logChance) held.isPinned = isPinned;
      else found.set(productId, { companion: { productId, score: 0, withProductId, orders, ofOrders: lists.ofOrders, expected: lists.expected[place] ?? 0, customers }, isPinned, logChance });
    }
  }
  return found;
}

/** Small numbers for ids in the order of the ids, as ranking wants them. */
function indexOf(productIds: readonly number[], neighbours: CompanionQuestion["neighbours"]) {
  const ids = [...new Set([...productIds, ...[...neighbours.values()].flatMap((lists) => lists.ids)])].sort((one, other) => one - other);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return { numberOf: (id: number) => numbers.get(id) ?? -1, idOf: (number: number) => ids[number] ?? 0 };
}
