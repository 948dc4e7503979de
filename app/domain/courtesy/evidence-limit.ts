import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";

/** Whether so many orders of so many customers are enough for the policy to infer anything. */
export function isEnoughEvidence(policy: Pick<CourtesyPolicy, "minOrders" | "minCustomers">, { orders, customers }: { orders: number; customers: number }): boolean {
  return orders >= policy.minOrders && customers >= policy.minCustomers;
}

/** Nothing is inferred from fewer orders or customers than the policy's minimum; what is not inferred needs none. */
export function evidenceLimit(
  policy: CourtesyPolicy, _history: CourtesyHistory, _request: CourtesyRequest, _now: Date, _offer: CourtesyOffer, { productId, evidence }: CourtesyProduct,
): ProductCourtesyReason | null {
  if (evidence === null || isEnoughEvidence(policy, evidence)) return null;
  const { minOrders, minCustomers } = policy;
  return { code: "tooLittleEvidence", productId, orders: evidence.orders, customers: evidence.customers, minOrders, minCustomers };
}
