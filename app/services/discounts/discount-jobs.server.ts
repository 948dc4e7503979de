import { addJobs } from "../../data/jobs/jobs.server";
import { listActiveOffers } from "../../data/offers/offers.server";
import type { ShopId } from "../../domain/shops/shop-id";

/** Has the shop's discount and its pools of coupons looked after. */
export async function queueDiscountCheck(shop: ShopId): Promise<void> {
  await addJobs([{ task: "discounts.ensure", payload: { shop }, key: `discounts ${shop}`, priority: 5 }]);
}

/** Where offers that are published now hand out coupons, has those made before the first shopper asks. */
export async function queuePublishedCoupons(shop: ShopId, offerIds: readonly string[]): Promise<void> {
  const offers = await listActiveOffers(shop);
  if (offers.some(({ id, content }) => offerIds.includes(id) && content.strategy?.kind === "coupon")) await queueDiscountCheck(shop);
}

/** Has the Function told of claims that orders hold; before anything else, since until then one can be used again. */
export async function queueRedeemed(shop: ShopId): Promise<void> {
  await addJobs([{ task: "discounts.redeemed", payload: { shop }, key: `redeemed ${shop}`, priority: -5 }]);
}
