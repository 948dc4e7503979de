import type { Affinities } from "./affinities";
import type { Neighbours } from "./neighbours";

/** So many of a customer's last orders are looked at, as many as are read of them elsewhere. */
export const PAST_ORDERS = 50;
/** So many of the products that a customer bought last say what they are like; more say no more. */
const LAST_PRODUCTS = 20;
/** Nothing is concluded from a single sale: with the order in hand there are two. */
const LEAST_EARLIER_ORDERS = 1;
/** What goes with those products counts to this power. */
const AFFINITY_POWER = 0.5;
/** Added to how near a product is to them, in means of those that are near at all: nothing is ruled out. */
const AFFINITY_FLOOR = 0.3;
/** Every order is so many chances of buying what is popular. */
const CHANCES_AN_ORDER = 3;
/** From this many products on, an order tells more of itself, and the past counts for less. */
const UNSURE_UP_TO = 2;

/** What a customer's earlier orders say of them. */
export interface CustomerPast {
  /** The products bought last, those of the newest order first. */
  lastProducts: readonly number[];
  owned: ReadonlySet<number>;
  orders: number;
}

/** By the products of each order before the one in hand, from the newest on, in any order; null when there is none. */
export function customerPast(newestFirst: readonly (readonly number[])[]): CustomerPast | null {
  if (newestFirst.length < LEAST_EARLIER_ORDERS) return null;
  const orders = newestFirst.length > PAST_ORDERS ? newestFirst.slice(0, PAST_ORDERS) : newestFirst;
  const owned = new Set<number>();
  for (const products of orders) for (const product of products) owned.add(product);
  return { lastProducts: lastProducts(orders), owned, orders: orders.length };
}

/** Those of one order by number. */
function lastProducts(orders: readonly (readonly number[])[]): number[] {
  const last = new Set<number>();
  for (const products of orders) {
    for (const product of [...products].sort((one, other) => one - other)) {
      last.add(product);
      if (last.size === LAST_PRODUCTS) return [...last];
    }
  }
  return [...last];
}

/** What a past says of each product. */
export interface PastWeights {
  orders: number;
  /** How much goes with what was bought last, in means of what goes with it at all. */
  nearness: (product: number) => number;
  owns: (product: number) => boolean;
}

export function pastWeights({ lastProducts, owned, orders }: CustomerPast, affinities: (product: number) => Affinities | undefined): PastWeights {
  const near = new Map<number, number>();
  let sum = 0;
  for (const last of lastProducts) {
    const { products, weights } = affinities(last) ?? NONE;
    for (let n = 0; n < products.length; n++) {
      const [product, weight] = [products[n] ?? 0, weights[n] ?? 0];
      near.set(product, (near.get(product) ?? 0) + weight);
      sum += weight;
    }
  }
  const mean = near.size === 0 ? 1 : sum / near.size;
  return { orders, nearness: (product) => (near.get(product) ?? 0) / mean, owns: (product) => owned.has(product) };
}

/**
 * Weighs an order's candidates by the customer's past: what goes with it comes nearer; what many buy and this customer
 * left in each of their orders moves away. The fewer products an order holds, the more that counts. `lists` are the
 * neighbours by which scores came about.
 */
export function weighByPast(scores: Map<number, number>, lists: readonly Neighbours[], { orders, nearness, owns }: PastWeights): void {
  const power = Math.min(1, UNSURE_UP_TO / Math.max(1, lists.length));
  const weighed = new Set<number>();
  for (const { products, logPopularity } of lists) {
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? 0;
      const score = scores.get(product);
      if (score === undefined || weighed.has(product)) continue;
      weighed.add(product);
      const chances = owns(product) ? 0 : CHANCES_AN_ORDER * orders * Math.exp(logPopularity[n] ?? 0);
      scores.set(product, score * ((nearness(product) + AFFINITY_FLOOR) ** AFFINITY_POWER / (1 + chances)) ** power);
    }
  }
}

const NONE: Affinities = { products: [], weights: [] };
