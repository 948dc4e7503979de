import { randomBytes } from "node:crypto";
import { addCoupons, findPool, listAdding, openPool, saveBulk, savePoolNode, settleCoupons, withPoolLock } from "../../data/discounts/coupon-pools.server";
import type { CouponPool } from "../../data/discounts/coupon-pools.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { findShop } from "../../data/shops/shops.server";
import { CODE_BYTES, codeText } from "../../domain/discounts/coupon-code";
import { parseTerms, termsText } from "../../domain/discounts/coupon-terms";
import type { CouponTerms } from "../../domain/discounts/coupon-terms";
import type { ShopId } from "../../domain/shops/shop-id";
import { CODES_A_CALL, createCodeDiscount, findAddedCodes, findDiscountOfCode, startAddingCodes } from "../../shopify/discounts/code-discounts.server";

/** Fewer free coupons than this, and the pool is filled again. */
export const LOW_WATER = 100;
const pollMs = 2_000;

/** The pool of these terms and this end, its discount and first code made at Shopify. Repeating it changes nothing. */
export async function ensurePool(shop: ShopId, terms: CouponTerms, endsAt: Date, now: Date): Promise<CouponPool> {
  const pool = await openPool(shop, { terms: termsText(terms), endsAt, firstCode: codeText(randomBytes(CODE_BYTES)), now });
  if (pool.nodeId !== null) return pool;
  const installation = await findShop(shop);
  const nodeId = await createCodeDiscount(shop, {
    title: `Encore coupon ${pool.terms} until ${endsAt.toISOString().slice(0, 10)}`,
    code: pool.firstCode,
    value: parseTerms(pool.terms).discount,
    currency: installation?.currency ?? "USD",
    variantId: null,
    least: terms.minSubtotalMinor === null ? null : { kind: "subtotal", minor: terms.minSubtotalMinor },
    startsAt: now,
    endsAt,
  });
  await savePoolNode(shop, pool, nodeId);
  return { ...pool, nodeId };
}

/**
 * Goes on with filling a pool: notes codes, has Shopify add them, comes back until Shopify is done. Each step is found
 * again after an interruption; a code that Shopify had added without our knowing is recognised as the pool's own.
 */
export async function fillPool(shop: ShopId, poolId: string): Promise<void> {
  await withPoolLock(shop, poolId, async () => {
    const found = await findPool(shop, poolId);
    if (!found?.nodeId) return;
    if (found.bulkId !== null && !(await settleBulk(shop, found, found.nodeId))) {
      await queueFill(shop, poolId, pollMs);
      return;
    }
    const pool = (await findPool(shop, poolId)) ?? found;
    const left = await listAdding(shop, poolId, CODES_A_CALL);
    if (left.length === 0 && pool.free >= LOW_WATER) return;
    if (left.length === 0) await addCoupons(shop, poolId, Array.from({ length: CODES_A_CALL }, () => codeText(randomBytes(CODE_BYTES))));
    const codes = left.length > 0 ? left : await listAdding(shop, poolId, CODES_A_CALL);
    await saveBulk(shop, poolId, await startAddingCodes(shop, found.nodeId, codes));
    await queueFill(shop, poolId, pollMs);
  });
}

/** False while Shopify is still adding. */
async function settleBulk(shop: ShopId, pool: CouponPool, nodeId: number): Promise<boolean> {
  const outcome = pool.bulkId === null ? "unknown" : await findAddedCodes(shop, pool.bulkId);
  if (outcome === null) return false;
  if (outcome !== "unknown") {
    const [made, refused] = [[...outcome.made], [] as string[]];
    for (const { code, reasons } of outcome.refused) {
      const isOurs = reasons.includes("TAKEN") && (await findDiscountOfCode(shop, code)) === nodeId;
      (isOurs ? made : refused).push(code);
    }
    await settleCoupons(shop, pool.id, { made, refused });
  }
  await saveBulk(shop, pool.id, null);
  return true;
}

export async function queueFill(shop: ShopId, poolId: string, delayMs = 0): Promise<void> {
  await addJobs([{ task: "coupons.fill", payload: { shop, poolId }, key: `coupons ${shop} ${poolId}`, runAt: new Date(Date.now() + delayMs), priority: 5 }]);
}
