import { DAY_MS, daysAfter } from "../courtesy/days";
import { isEnoughEvidence } from "../courtesy/evidence-limit";
import { type GiftConfidence, isGiftAt } from "../courtesy/gift-confidence";
import type { CourtesyPolicy } from "../courtesy/policy";
import { isRebought, reordersDue, type RebuyFigures } from "../strategies/reorders-due";
import { TYPICAL_FACTOR } from "./due-date";

/** One order of a customer, as far as it says what they buy again. */
export interface CustomerOrder {
  orderId: number;
  boughtAt: Date;
  productIds: readonly number[];
  gift: GiftConfidence | null;
}

/** When a customer is due to buy a product again. */
export interface CustomerDue {
  productId: number;
  dueFrom: Date;
  /** The middle of the range: half of the next purchases come before it. */
  dueOn: Date;
  dueUntil: Date;
  timesBought: number;
  lastOrderId: number;
  lastBoughtAt: Date;
}

/**
 * What a customer is due to buy again and may be reminded of, as long as the range is not past: products that customers
 * are known to buy again, on the policy's minimum of evidence. What was bought for somebody else makes no habit.
 */
export function customerDues(
  orders: readonly CustomerOrder[], figures: ReadonlyMap<number, RebuyFigures>, policy: Pick<CourtesyPolicy, "minOrders" | "minCustomers" | "giftsFrom">, now: Date,
): CustomerDue[] {
  const own = orders.filter(({ gift }) => !isGiftAt(gift, policy.giftsFrom));
  return reordersDue(own, figures).flatMap(({ productId, dueFrom, dueUntil, timesBought, repeats, repeatCustomers }) => {
    const known = figures.get(productId);
    const last = lastWith(own, productId);
    if (!known || !last || dueUntil < now || isRebought(known) !== true || !isEnoughEvidence(policy, { orders: repeats, customers: repeatCustomers })) return [];
    const daysUntilFrom = (dueFrom.getTime() - last.boughtAt.getTime()) / DAY_MS;
    return [{ productId, dueFrom, dueOn: daysAfter(last.boughtAt, daysUntilFrom * TYPICAL_FACTOR), dueUntil, timesBought, lastOrderId: last.orderId, lastBoughtAt: last.boughtAt }];
  });
}

function lastWith(orders: readonly CustomerOrder[], productId: number): CustomerOrder | null {
  return orders.reduce<CustomerOrder | null>((last, order) => (order.productIds.includes(productId) && (!last || order.boughtAt > last.boughtAt) ? order : last), null);
}
