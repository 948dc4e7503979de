import type { TFunction } from "i18next";
import { readOptOut } from "../../data/courtesy/opt-outs.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { findOrderStory, listOrderEvents } from "../../data/reports/order-story.server";
import type { OrderEvent, OrderStory } from "../../data/reports/order-story.server";
import { findShop } from "../../data/shops/shops.server";
import { isHeldOut } from "../../domain/courtesy/hold-out";
import { likelyReason } from "../../domain/reports/likely-reason";
import type { LikelyReason } from "../../domain/reports/likely-reason";
import type { ShopId } from "../../domain/shops/shop-id";
import { readDecision } from "./activity.server";

export interface ToldOrder {
  order: OrderStory;
  decisions: NonNullable<Awaited<ReturnType<typeof readDecision>>>[];
  events: OrderEvent[];
  /** Why Encore was not asked; null where it was. */
  likely: LikelyReason | null;
  optedOutAt: Date | null;
  isHeldOut: boolean;
  timeZone: string;
}

/** One order from its arrival to the last entry of the ledger; null when this shop has no such order. */
export async function readOrderStory(t: TFunction, shop: ShopId, orderId: number, now: Date): Promise<ToldOrder | null> {
  const [order, installation, snapshot] = await Promise.all([findOrderStory(shop, orderId), findShop(shop), getSnapshot(shop, now)]);
  if (!order || !installation) return null;
  const [decisions, events, optedOutAt] = await Promise.all([
    Promise.all(order.decisionIds.map((id) => readDecision(t, shop, id))), listOrderEvents(shop, order.id, order.processedAt),
    order.customerKey === null ? null : readOptOut(shop, order.customerKey),
  ]);
  const told = decisions.filter((decision) => decision !== null);
  return {
    order, events, decisions: told, optedOutAt, likely: told.length === 0 ? likelyReason(order, installation) : null,
    isHeldOut: isHeldOut(shop, order.customerKey, snapshot?.holdOutPercent ?? 0), timeZone: installation.timeZone,
  };
}
