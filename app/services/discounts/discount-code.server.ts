import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { findShopDiscount, findVariantPrice } from "../../data/discounts/shop-discounts.server";
import { findShop } from "../../data/shops/shops.server";
import { CODE_BYTES, codeText } from "../../domain/discounts/coupon-code";
import type { OfferClaim } from "../../domain/discounts/offer-claim";
import { fixedOff, percentOff } from "../../domain/money/discount";
import type { Saving } from "../../domain/placements/contract";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { createCodeDiscount } from "../../shopify/discounts/code-discounts.server";
import type { CodeValue } from "../../shopify/discounts/code-discounts.server";
import { offerKeyOf } from "./offer-key.server";

/** A shopper waits for it. */
const patienceMs = 3_000;

/**
 * The code of one claim: for its variant and quantity, once. Null unless the merchant prefers codes, and when Shopify
 * does not make one in time: then the attribute is what there is. The same claim has the same code.
 *
 * A code's percentage would hold for any number of units. So the code takes off what the claimed units save at today's
 * price, as one amount, and needs that many units: more of them gain nothing.
 */
export async function discountCodeFor(shop: ShopId, claim: OfferClaim, now: Date = new Date()): Promise<string | null> {
  const { method } = await findShopDiscount(shop);
  if (method !== "codes") return null;
  const [installation, priceMinor] = await Promise.all([findShop(shop), findVariantPrice(shop, claim.variantId)]);
  const value = priceMinor === null ? null : codeValue(claim.saving, priceMinor, claim.quantity);
  if (!installation || !value || claim.expiresAt <= now) return null;
  const code = codeOf(shop, claim);
  const made = createCodeDiscount(shop, {
    title: `Encore offer ${claim.claimId}`,
    code, value,
    currency: installation.currency,
    variantId: claim.variantId,
    least: value.kind === "freeShipping" ? null : { kind: "quantity", quantity: claim.quantity },
    startsAt: now,
    endsAt: claim.expiresAt,
  }).then(() => code, (thrown: unknown) => {
    log.warn({ shop, error: thrown instanceof Error ? thrown.message : String(thrown) }, "no code for an offer");
    return null;
  });
  return Promise.race([made, sleep(patienceMs, null, { ref: false })]);
}

function codeValue(saving: Saving, priceMinor: number, quantity: number): CodeValue | null {
  if (saving.kind === "freeShipping") return saving;
  const off = saving.kind === "percentage" ? percentOff(priceMinor, saving.percent) : fixedOff(priceMinor, saving.amount.minor);
  return off > 0 ? { kind: "fixed", amountMinor: off * quantity } : null;
}

/** 130 bits that only this shop's key makes of the claim: the same again without being stored. */
function codeOf(shop: ShopId, { claimId, variantId, quantity }: OfferClaim): string {
  const digest = createHmac("sha256", offerKeyOf(shop)).update(`code ${claimId} ${variantId} ${quantity}`).digest();
  return codeText(digest.subarray(0, CODE_BYTES));
}
