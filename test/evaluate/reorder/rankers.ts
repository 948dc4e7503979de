import { RepeatRates } from "../../../app/domain/reorders/repeat-rates";
import { reorderScores } from "../../../app/domain/reorders/reorder-score";
import type { HistoryOrder } from "../history/history";
import type { TrainedCatalogue } from "../cross-sell/ranker";
import type { NextBasket } from "./next-basket";

/** Fills scores by product for one customer's next basket. */
export interface ReorderRanker {
  name: string;
  score(basket: NextBasket, scores: Float64Array): void;
}

/** Products not bought before score this share of their popularity. */
const NEW_PRODUCT_SHARE = 0.5;

/** The scores that the app decides with. */
export function encoreReorders(train: readonly HistoryOrder[], catalogue: TrainedCatalogue): ReorderRanker {
  const rates = countRepeats(train);
  return {
    name: "Encore",
    score: ({ past, next }, scores) => {
      for (const product of catalogue.byPopularity) scores[product] = NEW_PRODUCT_SHARE * rates.popularity(product);
      for (const [product, score] of reorderScores(past, rates, next.day)) scores[product] = score;
    },
  };
}

export function reorderBaselines(): ReorderRanker[] {
  return [
    { name: "popularity", score: () => undefined },
    {
      name: "personal top frequency",
      score: ({ past }, scores) => {
        for (const { products } of past) for (const product of products) scores[product] = (scores[product] ?? 0) + 1;
      },
    },
  ];
}

function countRepeats(train: readonly HistoryOrder[]): RepeatRates {
  const rates = new RepeatRates();
  const owned = new Map<number, Set<number>>();
  for (const { customer, products } of train) {
    const held = owned.get(customer) ?? new Set<number>();
    rates.add(products, customer < 0 ? new Set() : held);
    if (customer < 0) continue;
    for (const product of products) held.add(product);
    owned.set(customer, held);
  }
  return rates;
}
