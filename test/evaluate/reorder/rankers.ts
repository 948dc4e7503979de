import type { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import { scoreCandidates } from "../../../app/domain/recommendations/rank";
import { ProductTrend } from "../../../app/domain/reorders/product-trend";
import { newProductScore, reorderScores, withCompanions } from "../../../app/domain/reorders/reorder-score";
import { RepeatRates } from "../../../app/domain/reorders/repeat-rates";
import { keptNeighbours } from "../cross-sell/encore";
import type { HistoryOrder } from "../history/history";
import type { TrainedCatalogue } from "../cross-sell/ranker";
import type { NextBasket } from "./next-basket";

/** Fills scores by product for one customer's next basket. */
export interface ReorderRanker {
  name: string;
  score(basket: NextBasket, scores: Float64Array): void;
}

/** Of a very large last order, so many products are asked for their companions. */
const COMPANIONS_OF = 60;

/** The scores that the app decides with. */
export function encoreReorders(train: readonly HistoryOrder[], counts: CoPurchaseCounts, catalogue: TrainedCatalogue): ReorderRanker {
  const rates = countRepeats(train);
  const trend = new ProductTrend();
  for (const { products, day } of train) trend.add(products, day);
  const neighbours = keptNeighbours(counts);
  return {
    name: "Encore",
    score: ({ past, next }, scores) => {
      for (const product of catalogue.byPopularity) scores[product] = newProductScore(product, rates);
      const last = [...(past.at(-1)?.products ?? [])].slice(0, COMPANIONS_OF);
      const companions = scoreCandidates(last, neighbours);
      const bought = reorderScores(past, rates, trend, next.day);
      for (const [product, score] of withCompanions(bought, companions, rates)) scores[product] = score;
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
