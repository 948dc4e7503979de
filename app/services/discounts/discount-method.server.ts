import { findShopDiscount, saveDiscountMethod } from "../../data/discounts/shop-discounts.server";
import type { DiscountMethod } from "../../data/discounts/shop-discounts.server";
import type { ShopId } from "../../domain/shops/shop-id";

export type { DiscountMethod };

export interface DiscountStatus {
  method: DiscountMethod;
  /** Shopify runs the Function for this shop. */
  isInForce: boolean;
  /** Why not, for staff: `accessDenied`, or Shopify's own code. */
  problem: string | null;
  checkedAt: Date | null;
}

/** How a shop's offers are discounted, and whether that works. */
export async function readDiscountStatus(shop: ShopId): Promise<DiscountStatus> {
  const { method, nodeId, problem, checkedAt } = await findShopDiscount(shop);
  return { method, isInForce: nodeId !== null && problem === null, problem, checkedAt };
}

/** Whether each claim has a code of its own besides the signed line. */
export async function setDiscountMethod(shop: ShopId, method: DiscountMethod): Promise<void> {
  await saveDiscountMethod(shop, method);
}
