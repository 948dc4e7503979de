import { findOrderByName } from "../../data/orders/order-by-name.server";
import { findShop } from "../../data/shops/shops.server";
import { likelyReason } from "../../domain/reports/likely-reason";
import type { LikelyReason } from "../../domain/reports/likely-reason";
import type { ShopId } from "../../domain/shops/shop-id";

export interface OrderExplanation {
  /** As on the order. */
  order: string;
  /** Null when the mirror has no such order. */
  orderId: number | null;
  /** Why it has no decision ("notArrived": no such order is known); null when it has one. */
  reason: LikelyReason | "notArrived" | null;
}

/** The order of a number, and why it has no decision where it has none; null for no order number. */
export async function explainOrder(shop: ShopId, name: string): Promise<OrderExplanation | null> {
  const asked = name.trim().slice(0, 60);
  if (asked === "") return null;
  const [order, installation] = await Promise.all([findOrderByName(shop, asked), findShop(shop)]);
  if (!order || !installation) return { order: asked, orderId: null, reason: "notArrived" };
  return { order: order.name, orderId: order.id, reason: order.hasDecision ? null : likelyReason(order, installation) };
}
