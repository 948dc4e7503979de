import { type GiftConfidence, isGiftAt } from "../courtesy/gift-confidence";
import type { PastPurchase } from "../courtesy/history";
import { type CustomerPast, customerPast } from "../recommendations/customer-past";

/**
 * What a customer's purchases say of them beside an order in hand, which is not among them: gifts left out, null where
 * nothing remains. The list may not change afterwards: the answer is kept for all offers of one decision.
 */
export function pastOf(purchases: readonly PastPurchase[], giftsFrom: GiftConfidence | null): CustomerPast | null {
  if (last?.purchases === purchases && last.giftsFrom === giftsFrom) return last.past;
  const past = customerPast(ordersOf(purchases, giftsFrom));
  last = { purchases, giftsFrom, past };
  return past;
}

/** Of the last list alone: kept by list, a replay's hundreds of thousands would outlive their use until memory is looked through. */
let last: { purchases: readonly PastPurchase[]; giftsFrom: GiftConfidence | null; past: CustomerPast | null } | null = null;

/** The products of each order; the newest order first. */
function ordersOf(purchases: readonly PastPurchase[], giftsFrom: GiftConfidence | null): number[][] {
  const orders = new Map<number, { id: number; at: number; products: number[] }>();
  let order: { id: number; at: number; products: number[] } | undefined;
  for (const { orderId, productId, boughtAt, gift } of purchases) {
    if (isGiftAt(gift, giftsFrom)) continue;
    // An order's lines mostly stand together.
    if (order?.id !== orderId) order = orders.get(orderId);
    if (!order) orders.set(orderId, (order = { id: orderId, at: boughtAt.getTime(), products: [] }));
    order.products.push(productId);
  }
  return [...orders.values()].sort((one, other) => other.at - one.at || other.id - one.id).map(({ products }) => products);
}
