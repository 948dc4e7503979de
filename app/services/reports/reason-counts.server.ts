import { countReasons } from "../../data/reports/reason-counts.server";
import type { ReasonCount } from "../../data/reports/reason-counts.server";
import { findShop } from "../../data/shops/shops.server";
import { presetPeriod } from "../../domain/reports/periods";
import type { Preset } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";

/** How often each reason decided in a period of the shop's calendar. */
export async function readReasonCounts(shop: ShopId, period: Preset, now: Date): Promise<{ reasons: ReasonCount[]; orders: number }> {
  const installation = await findShop(shop);
  const reasons = await countReasons(shop, presetPeriod(period, installation?.timeZone ?? "UTC", now), installation?.currency ?? "USD");
  return { reasons, orders: reasons.reduce((sum, { orders }) => sum + orders, 0) };
}
