import { openActionRun } from "../../data/flow/action-runs.server";
import { confineTo } from "../../data/tenancy/scope.server";
import type { CouponAction } from "../../domain/flow/coupon-action";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { assignCoupon } from "../discounts/coupons.server";
import { courtesyOfTelling } from "./may-tell.server";

/** As `EncoreCoupon` in the extension's schema.graphql. */
export interface CouponGiven {
  given: boolean;
  code: string;
  expires_at: string;
  reason: "" | "optedOut" | "heldOut" | "noneLeft";
}

/**
 * Gives a customer a coupon because the merchant's workflow says so. The merchant's own measure of how often is theirs;
 * a customer who wants no offers, or is held out so that Encore's effect can be measured, gets none. The same run gives
 * the same coupon. Null when the run's id belongs to another customer.
 */
export async function giveCoupon(shop: ShopId, { runId, customerId, percent, validDays }: CouponAction, now: Date): Promise<CouponGiven | null> {
  confineTo(shop);
  const customerKey = customerKeyOf({ customerId });
  const decisionId = await openActionRun(shop, runId, customerKey, now);
  if (decisionId === null) return null;
  const verdict = await courtesyOfTelling(shop, customerKey, now);
  if (verdict.may === "nothing" && (verdict.reason.code === "optedOut" || verdict.reason.code === "heldOut")) return none(verdict.reason.code);
  const strategy = { kind: "coupon", discount: { kind: "percentage", percent }, validDays, minSubtotalMinor: null } as const;
  const coupon = await assignCoupon(shop, { decisionId, customerKey, referenceId: null, strategy, now });
  return coupon ? { given: true, code: coupon.code, expires_at: coupon.expiresAt.toISOString(), reason: "" } : none("noneLeft");
}

function none(reason: CouponGiven["reason"]): CouponGiven {
  return { given: false, code: "", expires_at: "", reason };
}
