import type { CountChanges } from "./order-changes";
import { harmonic } from "./harmonic";
import { pairWeight, type Purchase, WEIGHT_UNIT } from "./purchase";

/** An order with what puts a customer's orders in sequence. */
export interface DatedPurchase extends Purchase {
  orderId: number;
  boughtAt: Date;
}

/** Between orders of more distinct products than this nothing is said of single pairs. */
const LARGEST_FOLLOWED_ORDER = 30;

/**
 * What was bought after a product is counted like what is bought with it, under two numbers for each product, so that
 * "the next order had it" and "the order before had it" stay apart.
 */
export const asEarlier = (product: number): number => product * 2;
export const asLater = (product: number): number => product * 2 + 1;
export const isEarlier = (number: number): boolean => number % 2 === 0;
export const productOf = (number: number): number => number >> 1;

/**
 * Visits all that a customer adds to (`sign` 1) or takes from (-1) the counts across their successive orders: for each
 * order and the next, pairs of a product of the one and a product that is new in the other. It depends on the set of the
 * customer's orders alone and is rounded to whole units, so taking back what they added before and adding what they add
 * now is exact. `partners` come doubled, since such a pair can stand one way only.
 */
export function visitFollowing(orders: readonly DatedPurchase[], sign: 1 | -1, changes: CountChanges): void {
  const sequence = [...orders].sort((one, other) => one.boughtAt.getTime() - other.boughtAt.getTime() || one.orderId - other.orderId);
  if (sequence.length < 2) return;
  const products = new Map<number, { times: number; partners: number }>();
  const pairs = new Map<number, { times: number; weight: number }>();
  for (let place = 1; place < sequence.length; place++) {
    const step = followed(sequence[place - 1] ?? NOTHING, sequence[place] ?? NOTHING);
    const { later, isPaired, weight } = step;
    const earlier = Array.from(step.earlier);
    for (const product of earlier) note(products, asEarlier(product), isPaired ? later.length : 0);
    for (const product of later) note(products, asLater(product), isPaired ? earlier.length : 0);
    if (!isPaired) continue;
    for (const one of earlier) for (const other of later) notePair(pairs, one, other, weight);
  }
  const steps = sequence.length - 1;
  changes.shop(sign * inUnits(harmonic(steps)), sign * steps);
  for (const [number, { times, partners }] of products) changes.product(number, sign * inUnits(harmonic(times)), sign * times, sign * 2 * partners);
  for (const [key, { times, weight }] of pairs) {
    const [one, other] = [asEarlier(Math.floor(key / KEY)), asLater(key % KEY)];
    changes.pair(Math.min(one, other), Math.max(one, other), sign * inAll(times, weight), sign * times, sign);
  }
}

/**
 * Visits what an order adds that follows all of its customer's others (`sequence`, the first first): as `visitFollowing`
 * without them and with it, at the cost of looking through their lines once.
 */
export function visitNextOrder(sequence: readonly Purchase[], next: Purchase, changes: CountChanges): void {
  const last = sequence.at(-1);
  if (!last) return;
  const step = followed(last, next);
  const earlier = new Map(Array.from(step.earlier, (product) => [product, { product, times: 0 }]));
  const later = new Map(step.later.map((product) => [product, { product, times: 0 }]));
  const pairs = new Map<number, { times: number; weight: number }>();
  for (let place = 1; place < sequence.length; place++) {
    const past = followed(sequence[place - 1] ?? NOTHING, sequence[place] ?? NOTHING);
    const [before, after] = [Array.from(past.earlier, (product) => earlier.get(product)), past.later.map((product) => later.get(product))];
    for (const one of before) if (one) one.times++;
    for (const other of after) if (other) other.times++;
    if (!past.isPaired || !step.isPaired) continue;
    for (const one of before) for (const other of after) if (one && other) notePair(pairs, one.product, other.product, past.weight);
  }
  changes.shop(inUnits(harmonic(sequence.length)) - inUnits(harmonic(sequence.length - 1)), 1);
  const added = ({ times }: { times: number }) => inUnits(harmonic(times + 1)) - inUnits(harmonic(times));
  for (const one of earlier.values()) changes.product(asEarlier(one.product), added(one), 1, step.isPaired ? 2 * later.size : 0);
  for (const other of later.values()) changes.product(asLater(other.product), added(other), 1, step.isPaired ? 2 * earlier.size : 0);
  if (!step.isPaired) return;
  for (const one of earlier.keys()) {
    for (const other of later.keys()) {
      const { times, weight } = pairs.get(one * KEY + other) ?? { times: 0, weight: 0 };
      const change = inAll(times + 1, weight + step.weight) - inAll(times, weight);
      const [low, high] = [asEarlier(one), asLater(other)];
      changes.pair(Math.min(low, high), Math.max(low, high), change, 1, times === 0 ? 1 : 0);
    }
  }
}

/** What one order and the next tell: products of the one, products that are new in the other. */
function followed(one: Purchase, next: Purchase): { earlier: ArrayLike<number>; later: number[]; isPaired: boolean; weight: number } {
  const before = new Set(Array.from(one.products));
  const later = Array.from(next.products).filter((product) => !before.has(product));
  const isPaired = one.products.length <= LARGEST_FOLLOWED_ORDER && later.length <= LARGEST_FOLLOWED_ORDER;
  // A pair of an order of two weighs 1: so does what is alone in the next.
  return { earlier: one.products, later, isPaired, weight: pairWeight(later.length + 1) };
}

const NOTHING: Purchase = { products: [] };

/** What a customer who did it so many times, with this weight in all, adds to a pair. */
function inAll(times: number, weight: number): number {
  return times === 0 ? 0 : Math.round((weight * harmonic(times)) / times);
}

/** Above any product's number; a pair's key stays a safe integer. */
const KEY = 2 ** 26;

function note(products: Map<number, { times: number; partners: number }>, number: number, partners: number): void {
  const held = products.get(number);
  if (!held) products.set(number, { times: 1, partners });
  else {
    held.times++;
    held.partners += partners;
  }
}

function notePair(pairs: Map<number, { times: number; weight: number }>, one: number, other: number, weight: number): void {
  const key = one * KEY + other;
  const held = pairs.get(key);
  if (!held) pairs.set(key, { times: 1, weight });
  else {
    held.times++;
    held.weight += weight;
  }
}

function inUnits(weight: number): number {
  return Math.round(weight * WEIGHT_UNIT);
}
