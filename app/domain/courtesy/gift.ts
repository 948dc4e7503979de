import { isGiftAt, type GiftConfidence } from "./gift-confidence";
import type { PastPurchase } from "./history";

/**
 * What of an order speaks of a gift, decided where the order enters and before names and texts are dropped: flags only.
 * Null means that the source does not tell.
 */
export interface GiftSignals {
  /** Shipping and billing names differ. */
  namesDiffer: boolean | null;
  /** A note that speaks of a gift. */
  hasGiftNote: boolean | null;
  /** A gift wrap among the lines or their properties. */
  hasGiftWrap: boolean | null;
  /** An attribute of order or line that marks a gift. */
  hasGiftAttribute: boolean | null;
}

/** How sure an order is a gift by its own signals, or null for none; the strongest counts, weak ones do not add up. */
export function giftConfidence(signals: GiftSignals): GiftConfidence | null {
  if (signals.hasGiftAttribute === true || signals.hasGiftWrap === true) return "certain";
  return signals.hasGiftNote === true || signals.namesDiffer === true ? "likely" : null;
}

/** From how many gift orders on, and from which share of all orders on, somebody counts as one who buys for others. */
const GIVER_ORDERS = 2;
const GIVER_SHARE = 0.5;

/**
 * Whether a product was bought for others: in gift orders only, or in one order by someone of whose orders (at least
 * two) half are gifts: that one is `possible`, so it counts only where the threshold is `possible`.
 */
export function isBoughtForOthers(productId: number, purchases: readonly PastPurchase[], threshold: GiftConfidence | null): boolean {
  if (threshold === null) return false;
  const own = purchases.filter((purchase) => purchase.productId === productId);
  if (own.length === 0) return false;
  if (own.every(({ gift }) => isGiftAt(gift, threshold))) return true;
  return isGiftAt("possible", threshold) && new Set(own.map(({ orderId }) => orderId)).size === 1 && isGiver(purchases);
}

/** Whether a customer mostly buys for others, by orders that are likely gifts. */
export function isGiver(purchases: readonly Pick<PastPurchase, "orderId" | "gift">[]): boolean {
  const orders = new Set(purchases.map(({ orderId }) => orderId));
  const gifts = new Set(purchases.filter(({ gift }) => isGiftAt(gift, "likely")).map(({ orderId }) => orderId));
  return gifts.size >= GIVER_ORDERS && gifts.size / orders.size >= GIVER_SHARE;
}
