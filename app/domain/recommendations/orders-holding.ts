import { pairWeight, type Purchase } from "./purchase";

/** Which of a customer's other orders hold the products of one, by their place in it. */
export interface OrdersHolding {
  /** How many of the other orders hold each product. */
  counts: Int32Array;
  /** One bit an other order whose pairs are counted, `words` words a product. */
  masks: Int32Array;
  words: number;
  /** The pair weight of each other order. */
  weights: Float64Array;
}

/** By product: its place in the order looked at plus 1, 0 in between; kept, because clearing costs what the catalogue holds. */
let places = new Int32Array(0);

export function ordersHolding(products: ArrayLike<number>, others: readonly Purchase[]): OrdersHolding {
  const words = Math.ceil(others.length / 32);
  const held = { counts: new Int32Array(products.length), masks: new Int32Array(products.length * words), words, weights: new Float64Array(others.length) };
  if (others.length === 0) return held;
  const { counts, masks, weights } = held;
  const last = products[products.length - 1] ?? 0;
  if (last >= places.length) places = new Int32Array(last * 2 + 1);
  for (let place = 0; place < products.length; place++) places[products[place] ?? 0] = place + 1;
  for (let index = 0; index < others.length; index++) {
    const list = others[index]?.products ?? [];
    const weight = pairWeight(list.length);
    weights[index] = weight;
    for (let n = 0; n < list.length; n++) {
      const place = (places[list[n] ?? 0] ?? 0) - 1;
      if (place < 0) continue;
      counts[place] = (counts[place] ?? 0) + 1;
      const slot = place * words + (index >>> 5);
      if (weight > 0) masks[slot] = (masks[slot] ?? 0) | (1 << (index & 31));
    }
  }
  for (let place = 0; place < products.length; place++) places[products[place] ?? 0] = 0;
  return held;
}
