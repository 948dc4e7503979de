import { harmonic } from "./harmonic";
import { isPaired, pairWeight, type Purchase, WEIGHT_UNIT } from "./purchase";

/** Receives what one order changes in the counts; for a reversal every number is negated. */
export interface CountChanges {
  /** Once an order. `weight` in WEIGHT_UNITs. */
  shop(weight: number, orders: number): void;
  /** Once a product of the order. `partners`: other products in orders whose pairs are counted. */
  product(product: number, weight: number, orders: number, partners: number): void;
  /** Once a pair of an order that is small enough, `first < second`; `customers` is 1 where nobody's other order has it. */
  pair(first: number, second: number, weight: number, orders: number, customers: number): void;
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
  const held = heldBy(products, others);
  for (let a = 0; a < size; a++) {
    changes.product(at(products, a), sign * harmonicStep(held.counts[a] ?? 0), sign, paired ? sign * (size - 1) : 0);
  }
  if (!paired) return;
  const own = pairWeight(size);
  const first = sign * own;
  for (let a = 0; a < size; a++) {
    const left = at(products, a);
    // Most products are new to their buyer: the short loop is what counting a history costs.
    if ((held.counts[a] ?? 0) === 0) for (let b = a + 1; b < size; b++) changes.pair(left, at(products, b), first, sign, sign);
    else for (let b = a + 1; b < size; b++) visitPair(left, at(products, b), held, a, b, own, sign, changes);
  }
}

/** A pair of which the first product at least stands in other orders of the customer. */
function visitPair(left: number, right: number, held: Held, a: number, b: number, own: number, sign: 1 | -1, changes: CountChanges): void {
  const { counts, masks, words, weights } = held;
  let times = 0;
  let total = 0;
  for (let word = 0; word < words && (counts[b] ?? 0) > 0; word++) {
    let shared = (masks[a * words + word] ?? 0) & (masks[b * words + word] ?? 0);
    while (shared !== 0) {
      times++;
      total += weights[word * 32 + 31 - Math.clz32(shared & -shared)] ?? 0;
      shared &= shared - 1;
    }
  }
  const change = times === 0 ? own : contribution(times + 1, total + own) - contribution(times, total);
  changes.pair(left, right, sign * change, sign, times === 0 ? sign : 0);
}

/** What a customer who bought a pair so many times, in orders of this total weight, adds to it. */
function contribution(times: number, totalWeight: number): number {
  return Math.round((totalWeight * harmonic(times)) / times);
}

function harmonicStep(before: number): number {
  return Math.round(WEIGHT_UNIT * harmonic(before + 1)) - Math.round(WEIGHT_UNIT * harmonic(before));
}

interface Held {
  /** How many of the other orders hold each product. */
  counts: Int32Array;
  /** One bit an other order whose pairs are counted, `words` words a product. */
  masks: Int32Array;
  words: number;
  /** The pair weight of each other order. */
  weights: Float64Array;
}

function heldBy(products: ArrayLike<number>, others: readonly Purchase[]): Held {
  const words = Math.ceil(others.length / 32);
  const counts = new Int32Array(products.length);
  const masks = new Int32Array(products.length * words);
  const weights = new Float64Array(others.length);
  for (let index = 0; index < others.length; index++) {
    const list = others[index]?.products ?? [];
    const weight = pairWeight(list.length);
    weights[index] = weight;
    let position = 0;
    for (let a = 0; a < products.length; a++) {
      const product = at(products, a);
      while (position < list.length && at(list, position) < product) position++;
      if (position >= list.length) break;
      if (at(list, position) !== product) continue;
      counts[a] = (counts[a] ?? 0) + 1;
      const slot = a * words + (index >>> 5);
      if (weight > 0) masks[slot] = (masks[slot] ?? 0) | (1 << (index & 31));
    }
  }
  return { counts, masks, words, weights };
}

/** For positions known to lie inside; -1 would never be met. */
function at(list: ArrayLike<number>, position: number): number {
  return list[position] ?? -1;
}
