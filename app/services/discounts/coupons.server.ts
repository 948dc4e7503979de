import { setTimeout as sleep } from "node:timers/promises";
import { findCoupon, takeCoupon } from "../../data/discounts/coupons.server";
import { listPools } from "../../data/discounts/coupon-pools.server";
import type { PoolProgress } from "../../data/discounts/coupon-pools.server";
import { listActiveOffers } from "../../data/offers/offers.server";
import { poolEnd, termsText } from "../../domain/discounts/coupon-terms";
import type { CouponStrategy } from "../../domain/discounts/coupon-terms";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";
import { ensurePool, LOW_WATER, queueFill } from "./fill-coupons.server";

export type { CouponStrategy };

export interface CouponRequest {
  decisionId: string;
  /** Null for a guest whose order is not known: then the purchase is what the coupon belongs to. */
  customerKey: string | null;
  referenceId: string | null;
  strategy: CouponStrategy;
  now: Date;
}

export interface AssignedCoupon {
  code: string;
  expiresAt: Date;
}

/** A shopper waits for the first coupon of terms that nobody published beforehand. */
const patienceMs = 3_000;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * One code of the shop's pool for one decision; the same decision gets the same code, and no other the code it has. It
 * holds for the days of the strategy at least. Null while the pool is empty and Shopify does not answer in time.
 */
export async function assignCoupon(shop: ShopId, { strategy, now, ...reader }: CouponRequest): Promise<AssignedCoupon | null> {
  const known = await findCoupon(shop, reader.decisionId);
  if (known) return known;
  const take = () => takeCoupon(shop, termsText(strategy), new Date(now.getTime() + strategy.validDays * dayMs), reader, now);
  return (await take()) ?? (await findCoupon(shop, reader.decisionId)) ?? ((await openInTime(shop, strategy, now)) ? take() : null);
}

/** Makes the pool with its first code where there is none yet, and has it filled; false when that takes too long. */
async function openInTime(shop: ShopId, strategy: CouponStrategy, now: Date): Promise<boolean> {
  const opened = openPools(shop, [strategy], now).then(() => true, (thrown: unknown) => {
    log.warn({ shop, error: thrown instanceof Error ? thrown.message : String(thrown) }, "no pool of coupons");
    return false;
  });
  return Promise.race([opened, sleep(patienceMs, false, { ref: false })]);
}

/** Sees to the pools of all published coupons, this week's and, from two days before it, next week's; nothing without the scope. */
export async function prepareCoupons(shop: ShopId, now: Date): Promise<void> {
  const strategies = (await listActiveOffers(shop)).flatMap(({ content }) => (content.strategy?.kind === "coupon" ? [content.strategy] : []));
  try {
    await openPools(shop, strategies, now);
    await openPools(shop, strategies, now, new Date(now.getTime() + 2 * dayMs));
  } catch (thrown) {
    if (!(thrown instanceof ShopifyApiError && thrown.code === "accessDenied")) throw thrown;
    log.warn({ shop }, "no coupons: the shop does not let Encore make discounts");
  }
}

/** The pools of coupons that are given away from `givenFrom` on; their codes work at once, since any of them may be given before. */
async function openPools(shop: ShopId, strategies: readonly CouponStrategy[], now: Date, givenFrom: Date = now): Promise<void> {
  for (const strategy of strategies) {
    const { id } = await ensurePool(shop, strategy, poolEnd(givenFrom, strategy.validDays), now);
    await queueFill(shop, id);
  }
}

/** How far the shop's pools have come, the latest end first; those that are over are left out. */
export async function listCouponProgress(shop: ShopId, now: Date): Promise<(PoolProgress & { isLow: boolean })[]> {
  return (await listPools(shop, now)).map((pool) => ({ ...pool, isLow: pool.free < LOW_WATER }));
}
