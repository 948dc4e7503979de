import { findOrderByName } from "../../data/orders/order-by-name.server";
import { findShop } from "../../data/shops/shops.server";
import { likelyReason } from "../../domain/reports/likely-reason";
import type { LikelyReason } from "../../domain/reports/likely-reason";
import type { ShopId } from "../../domain/shops/shop-id";

export interface OrderExplanation {
  /** As on the order. */
  order: string;
  /** "notArrived": the mirror has no such order. */
  reason: LikelyReason | "notArrived";
}

/** Why an order has no decision; null for no order number, and for an order that has one. */
export async function explainOrder(shop: ShopId, name: string): Promise<OrderExplanation | null> {
  const asked = name.trim().slice(0, 60);
  if (asked === "") return null;
  const [order, installation] = await Promise.all([findOrderByName(shop, asked), findShop(shop)]);
  if (!order || !installation) return { order: asked, reason: "notArrived" };
  if (order.hasDecision) return null;
  return { order: order.name, reason: likelyReason(order, installation) };
}
