import { KEEP_REASONS_DAYS } from "../../domain/shops/retention";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool, prisma } from "../database.server";
import { changeOffers } from "../offers/change-offers.server";

export interface Preferences {
  /** 0 to 50: the share of customers who are never shown offers. */
  holdOutPercent: number;
  setupDismissed: boolean;
}

export async function readPreferences(shop: ShopId): Promise<Preferences> {
  const row = await prisma.shop.findUnique({ where: { shop }, select: { holdOutPercent: true, setupDismissedAt: true } });
  return { holdOutPercent: row?.holdOutPercent ?? 0, setupDismissed: Boolean(row?.setupDismissedAt) };
}

/** Deciding depends on it, so the shop's revision rises with it. */
export async function saveHoldOut(shop: ShopId, percent: number): Promise<void> {
  await changeOffers(shop, (client) => client.query("update shops set hold_out_percent = $2 where shop = $1", [shop, percent]));
}

/** How long what decisions were made on is kept; see domain `KEEP_REASONS_DAYS`. */
export async function readKeepReasonsDays(shop: ShopId): Promise<number> {
  const row = await prisma.shop.findUnique({ where: { shop }, select: { keepReasonsDays: true } });
  return row?.keepReasonsDays ?? KEEP_REASONS_DAYS.usual;
}

export async function saveKeepReasonsDays(shop: ShopId, days: number): Promise<void> {
  await prisma.shop.updateMany({ where: { shop }, data: { keepReasonsDays: days } });
}

/** Puts the set-up guide away for everyone of the shop; null brings it back. */
export async function dismissSetup(shop: ShopId, at: Date | null): Promise<void> {
  await pool.query("update shops set setup_dismissed_at = $2 where shop = $1", [shop, at]);
}
