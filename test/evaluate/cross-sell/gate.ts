import type { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import { evidenceOf, evidenceThreshold, isBoughtTogether } from "../../../app/domain/recommendations/evidence";
import type { HistoryOrder } from "../history/history";
import { fnv1a32 } from "../protocol/hash";
import { mean } from "../protocol/metrics";
import type { TaskCases } from "./evaluate";
import { countOrders } from "./training";

export interface GateFigures {
  /** Findings in permuted baskets of the same sizes, at the threshold of the real ones, over findings in the real ones. */
  falseDiscoveryRate: number;
  /** Share of the X2 seeds with at least one product that may be called bought together. */
  seedsCovered: number;
  /** Pairs that pass. */
  pairs: number;
}

export function evaluateGate(counts: CoPurchaseCounts, train: readonly HistoryOrder[], cases: TaskCases): GateFigures {
  const threshold = evidenceThreshold(counts);
  const real = findings(counts, threshold);
  const chance = findings(countOrders(permuted(train)).counts, threshold);
  const seeds = new Set<number>();
  for (const [first, second] of real) seeds.add(first).add(second);
  return {
    falseDiscoveryRate: real.length === 0 ? 0 : chance.length / real.length,
    seedsCovered: mean(cases.X2.flat().map(({ query }) => (query.some((product) => seeds.has(product)) ? 1 : 0))),
    pairs: real.length,
  };
}

function findings(counts: CoPurchaseCounts, threshold: number): [first: number, second: number][] {
  const found: [number, number][] = [];
  for (const [first, second, { orders }] of counts.pairEntries()) {
    if (orders >= 5 && isBoughtTogether(evidenceOf(counts, first, second), threshold)) found.push([first, second]);
  }
  return found;
}

/**
 * The same orders with their products dealt anew: every order keeps its size, every product its number of orders, and
 * nothing else is left. Made by swapping products between random orders where neither then holds one twice.
 */
export function permuted(orders: readonly HistoryOrder[]): HistoryOrder[] {
  const baskets = orders.map(({ products }) => [...products]);
  const held = baskets.map((basket) => new Set(basket));
  const owner = Int32Array.from(baskets.flatMap((basket, order) => basket.map(() => order)));
  const place = Int32Array.from(baskets.flatMap((basket) => basket.map((_, index) => index)));
  const slots = owner.length;
  const next = generator(fnv1a32("permutation"));
  for (let attempt = 0; attempt < slots * 5; attempt++) {
    const one = Math.floor(next() * slots);
    const two = Math.floor(next() * slots);
    const [from, to] = [owner[one] ?? 0, owner[two] ?? 0];
    const [left, right] = [baskets[from], baskets[to]];
    const [leftHeld, rightHeld] = [held[from], held[to]];
    if (from === to || !left || !right || !leftHeld || !rightHeld) continue;
    const [a, b] = [left[place[one] ?? 0] ?? 0, right[place[two] ?? 0] ?? 0];
    if (leftHeld.has(b) || rightHeld.has(a)) continue;
    left[place[one] ?? 0] = b;
    right[place[two] ?? 0] = a;
    leftHeld.delete(a);
    leftHeld.add(b);
    rightHeld.delete(b);
    rightHeld.add(a);
  }
  return orders.map((order, index) => ({ ...order, products: Int32Array.from(baskets[index] ?? []).sort() }));
}

/** xorshift32: chance that is the same in every run; 0 to below 1. */
function generator(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
