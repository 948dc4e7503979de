import { stablePoint } from "../orders/stable-point";

/**
 * Whether a customer is in the shop's hold-out: never shown offers, so that the difference is the app's true effect.
 *
 * A stable hash of shop and customer gives each a point in [0, 100); held out is who lies under `percent`. So the
 * choice never changes from order to order, differs between shops, and who is held out at 5 % still is at 10 %.
 * A guest without a key is never held out: their next order could not be recognised, and a hold-out that lets the same
 * person in and out measures nothing.
 */
export function isHeldOut(shop: string, customerKey: string | null, percent: number): boolean {
  return customerKey !== null && percent > 0 && holdOutPoint(shop, customerKey) * 100 < percent;
}

/** The customer's point in [0, 1). */
export function holdOutPoint(shop: string, customerKey: string): number {
  return stablePoint(shop, customerKey);
}
