import type { ShopId } from "../../domain/shops/shop-id";
import type { OfferStrategy } from "../../domain/strategies/strategy";

export type CouponStrategy = Extract<OfferStrategy, { kind: "coupon" }>;

export interface CouponRequest {
  decisionId: string;
  /** Null for a guest whose order is not known: then the purchase is what the coupon belongs to. */
  customerKey: string | null;
  referenceId: string | null;
  strategy: CouponStrategy;
  now: Date;
}

export interface AssignedCoupon {
  code: string;
  expiresAt: Date;
}

/** One code of the shop's pool for one decision; the same decision gets the same code. Null while the pool is empty. */
export async function assignCoupon(_shop: ShopId, _request: CouponRequest): Promise<AssignedCoupon | null> {
  return null;
}
