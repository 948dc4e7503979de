import { z } from "zod";
import { noteReferrals } from "../../data/referrals/order-referrals.server";
import { ReferralCode } from "../../domain/referrals/referral-code";
import type { ShopId } from "../../domain/shops/shop-id";
import { RestId } from "../../domain/sync/shopify-fields";

const Referred = z.object({ id: RestId, referral: ReferralCode });

/** Notes the referrals that payloads of orders tell of; orders without one are passed over. Nothing is judged yet. */
export async function noteReferralsIn(shop: ShopId, payloads: readonly unknown[], now: Date): Promise<void> {
  const found = new Map<number, ReferralCode>();
  for (const payload of payloads) {
    const referred = Referred.safeParse(payload);
    if (referred.success && !found.has(referred.data.id)) found.set(referred.data.id, referred.data.referral);
  }
  await noteReferrals(shop, [...found].map(([orderId, code]) => ({ orderId, code })), now);
}
