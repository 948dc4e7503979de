import { quietUntil } from "./days";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";

/**
 * Never a discount on what was just bought at full price, in any variant: it tells the customer that they paid too
 * much. What is in the order in hand is not offered at all, so earlier orders are looked at.
 */
export function fullPriceRegretLimit(
  policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, now: Date, _offer: CourtesyOffer, { productId, prices }: CourtesyProduct,
): ProductCourtesyReason | null {
  if (prices.every(({ unitMinor, listMinor }) => unitMinor >= listMinor)) return null;
  const bought: Date[] = [];
  for (const purchase of history.purchases) if (purchase.productId === productId && purchase.atFullPrice) bought.push(purchase.boughtAt);
  const until = quietUntil(bought, policy.regretDays, now);
  return until && { code: "boughtAtFullPrice", productId, until: until.toISOString() };
}
