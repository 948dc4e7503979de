import { harmonic } from "./harmonic";
import { ordersHolding, type OrdersHolding } from "./orders-holding";
import { isPaired, pairWeight, type Purchase, WEIGHT_UNIT } from "./purchase";

/** Receives what one order changes in the counts; for a reversal every number is negated. */
export interface CountChanges {
  /** Once an order. `weight` in WEIGHT_UNITs. */
  shop(weight: number, orders: number): void;
  /** Once a product of the order. `partners`: other products in orders whose pairs are counted. */
  product(product: number, weight: number, orders: number, partners: number): void;
  /** A pair, `first < second`, of an order that is small enough; what is told of a pair adds up. */
  pair(first: number, second: number, weight: number, orders: number, customers: number): void;
  /** The same for each pair of `first` with `others` from the place `from` on; `others` are all products of the order, ascending, `first` stands before `from`. Told of every product. */
  pairs(first: number, others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void;
}

/**
 * Visits what an order adds to (`sign` 1) or takes from (-1) a shop's co-purchase counts, given the same customer's
 * other orders (none for a guest). A customer's contribution depends on the set of their orders alone, never on the
 * sequence in which they arrived, and is rounded to whole units: so any sequence of adding and reversing orders, each
 * time with the customer's other orders of that moment, leaves exactly the counts of the orders that remain.
 * A pair repeated k times weighs harmonic(k) times its mean weight.
 */
export function visitOrderChanges(order: Purchase, others: readonly Purchase[], sign: 1 | -1, changes: CountChanges): void {
  const { products } = order;
  const size = products.length;
  changes.shop(sign * harmonicStep(others.length), sign);
  const paired = isPaired(size);
  const held = ordersHolding(products, others);
  for (let a = 0; a < size; a++) {
    changes.product(at(products, a), sign * harmonicStep(held.counts[a] ?? 0), sign, paired ? sign * (size - 1) : 0);
  }
  if (!paired) return;
  const own = pairWeight(size);
  for (let a = 0; a < size; a++) {
    // Most pairs are new to their buyer: what counting a history costs. The others are put right afterwards.
    changes.pairs(at(products, a), products, a + 1, sign * own, sign, sign);
    if ((held.counts[a] ?? 0) === 0) continue;
    for (let b = a + 1; b < size; b++) if ((held.counts[b] ?? 0) > 0) visitRepeatedPair(products, held, a, b, own, sign, changes);
  }
}

/** A pair of which both products stand in other orders of the customer: what it adds other than a pair new to them. */
function visitRepeatedPair(products: ArrayLike<number>, { masks, words, weights }: OrdersHolding, a: number, b: number, own: number, sign: 1 | -1, changes: CountChanges): void {
  let times = 0;
  let total = 0;
  for (let word = 0; word < words; word++) {
    let shared = (masks[a * words + word] ?? 0) & (masks[b * words + word] ?? 0);
    while (shared !== 0) {
      times++;
      total += weights[word * 32 + 31 - Math.clz32(shared & -shared)] ?? 0;
      shared &= shared - 1;
    }
  }
  if (times === 0) return;
  const change = contribution(times + 1, total + own) - contribution(times, total);
  changes.pair(at(products, a), at(products, b), sign * (change - own), 0, -sign);
}

/** What a customer who bought a pair so many times, in orders of this total weight, adds to it. */
function contribution(times: number, totalWeight: number): number {
  return Math.round((totalWeight * harmonic(times)) / times);
}

function harmonicStep(before: number): number {
  return Math.round(WEIGHT_UNIT * harmonic(before + 1)) - Math.round(WEIGHT_UNIT * harmonic(before));
}

/** For positions known to lie inside; -1 would never be met. */
function at(list: ArrayLike<number>, position: number): number {
  return list[position] ?? -1;
}
