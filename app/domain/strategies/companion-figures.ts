import { wilsonLowerBound } from "../recommendations/chance";
import { MINIMUM_CUSTOMERS, MINIMUM_ORDERS } from "../recommendations/evidence";
import type { NeighbourLists } from "./companions";

export interface CompanionFigures {
  productId: number;
  orders: number;
  ofOrders: number;
  customers: number;
  expected: number;
  /** With 95 % confidence, one-sided. */
  shareAtLeast: number;
  /** Whether it passes the gate. */
  isEnough: boolean;
}

/** A product's neighbours with the figures behind each: those that pass the gate first, then the least likely by chance. */
export function companionFigures(lists: NeighbourLists, threshold: number | null): CompanionFigures[] {
  return lists.ids
    .map((productId, place) => {
      const orders = lists.orders[place] ?? 0;
      const customers = lists.customers[place] ?? 0;
      const expected = lists.expected[place] ?? 0;
      const logChance = lists.logChance[place] ?? 0;
      const { ofOrders } = lists;
      const shareAtLeast = wilsonLowerBound(orders, ofOrders, 1.645);
      const isEnough = threshold !== null && orders >= MINIMUM_ORDERS && customers >= MINIMUM_CUSTOMERS && logChance <= threshold;
      return { logChance, productId, orders, ofOrders, customers, expected, shareAtLeast, isEnough };
    })
    .sort((one, other) => Number(other.isEnough) - Number(one.isEnough) || one.logChance - other.logChance || one.productId - other.productId)
    .map(({ logChance: _, ...figures }) => figures);
}
