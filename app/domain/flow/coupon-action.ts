import { z } from "zod";
import { ShopId } from "../shops/shop-id";

/** Numbers of Flow's fields arrive as numbers or as text, whichever the merchant's workflow filled in. */
const Whole = (least: number, most: number) =>
  z.union([z.number(), z.string().regex(/^\d{1,3}(?:\.0+)?$/).transform(Number)]).pipe(z.int().min(least).max(most));
const CustomerId = z.union([z.number(), z.string().regex(/^(?:gid:\/\/shopify\/Customer\/)?\d{1,16}$/).transform((text) => Number(text.split("/").at(-1)))]).pipe(z.int().positive());

/**
 * What Flow sends when a workflow comes to "give this customer a coupon" (shopify.dev, "Create Flow action endpoints").
 * The same `action_run_id` again is the same run again.
 */
export const CouponActionRequest = z.object({
  shopify_domain: ShopId,
  action_run_id: z.string().min(1).max(255),
  handle: z.literal("encore-give-coupon").optional(),
  properties: z.object({ customer_id: CustomerId, percent: Whole(1, 100), valid_days: Whole(1, 365) }),
}).transform(({ shopify_domain: shop, action_run_id: runId, properties }) => ({
  shop, runId, customerId: properties.customer_id, percent: properties.percent, validDays: properties.valid_days,
}));

export interface CouponAction {
  runId: string;
  customerId: number;
  percent: number;
  validDays: number;
}
