import type { HistoryOrder } from "../history/history";
import { fillUp, type Ranker, topRanked, type TrainedCatalogue } from "./ranker";

/** How a textbook method scores a pair that `both` of `orders` orders hold, given the orders of each product. */
type PairScore = (both: number, ofSeed: number, ofCandidate: number, orders: number) => number;

const METHODS: Record<string, PairScore> = {
  "co-occurrence count": (both) => both,
  confidence: (both, ofSeed) => both / ofSeed,
  "cosine, shrinkage 20": (both, ofSeed, ofCandidate) => both / (Math.sqrt(ofSeed * ofCandidate) + 20),
  "log-likelihood ratio": logLikelihoodRatio,
};

/** Popularity and the textbook methods over plain pair counts, each summed over the query's products. */
export function crossSellBaselines(train: readonly HistoryOrder[], catalogue: TrainedCatalogue): Ranker[] {
  const rows = pairRows(train, catalogue.orders.length);
  const popularity: Ranker = { name: "popularity", rank: (_, isCandidate, limit) => fillUp([], catalogue, isCandidate, limit) };
  const methods = Object.entries(METHODS).map(([name, score]): Ranker => {
    const sums = new Float64Array(catalogue.orders.length);
    const gains = new Map<number, Float64Array>();
    return {
      name,
      rank: (query, isCandidate, limit) => {
        sums.fill(0);
        for (const seed of query) {
          const { products, both } = rows(seed);
          let gain = gains.get(seed);
          if (!gain) {
            const ofSeed = catalogue.orders[seed] ?? 0;
            gain = both.map((count, n) => score(count, ofSeed, catalogue.orders[products[n] ?? 0] ?? 0, train.length));
            gains.set(seed, gain);
          }
          for (let n = 0; n < products.length; n++) {
            const product = products[n] ?? 0;
            sums[product] = (sums[product] ?? 0) + (gain[n] ?? 0);
          }
        }
        return topRanked(sums, catalogue, isCandidate, limit);
      },
    };
  });
  return [popularity, ...methods];
}

/** Dunning (1993) on the two-by-two table of orders; 0 where the pair is rarer than chance. */
function logLikelihoodRatio(both: number, ofSeed: number, ofCandidate: number, orders: number): number {
  if (both * orders <= ofSeed * ofCandidate) return 0;
  const cells = entropy(both) + entropy(ofSeed - both) + entropy(ofCandidate - both) + entropy(orders - ofSeed - ofCandidate + both);
  const rows = entropy(ofSeed) + entropy(orders - ofSeed) + entropy(ofCandidate) + entropy(orders - ofCandidate);
  return Math.max(0, 2 * (cells - rows + entropy(orders)));
}

function entropy(count: number): number {
  return count > 0 ? count * Math.log(count) : 0;
}

interface PairRow {
  products: Int32Array;
  both: Float64Array;
}

/** Counts the products of a seed's orders when the seed is first asked for; cheaper than a table of all pairs. */
function pairRows(train: readonly HistoryOrder[], products: number): (seed: number) => PairRow {
  const ordersOf = Array.from({ length: products }, (): HistoryOrder[] => []);
  for (const order of train) for (const product of order.products) ordersOf[product]?.push(order);
  const rows = new Map<number, PairRow>();
  const counts = new Float64Array(products);
  return (seed) => {
    let row = rows.get(seed);
    if (!row) {
      counts.fill(0);
      for (const order of ordersOf[seed] ?? []) for (const product of order.products) counts[product] = (counts[product] ?? 0) + 1;
      counts[seed] = 0;
      const held = Int32Array.from([...counts.keys()].filter((product) => (counts[product] ?? 0) > 0));
      row = { products: held, both: Float64Array.from(held, (product) => counts[product] ?? 0) };
      rows.set(seed, row);
    }
    return row;
  };
}
