import { listShopsToReview, readAccount, savePause } from "../../data/billing/account.server";
import type { BillingAccount } from "../../data/billing/account.server";
import { countAccepted } from "../../data/billing/allowance.server";
import { findOpenPeriod } from "../../data/billing/periods.server";
import type { BillingPeriod } from "../../data/billing/periods.server";
import { findShop } from "../../data/shops/shops.server";
import { pauseOf } from "../../domain/billing/allowance";
import type { Balance } from "../../domain/billing/charge";
import { chargeDue } from "../../domain/billing/charge";
import { presetPeriod } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";
import { forEachShop } from "../shops/each-shop.server";

/** What was accepted lately is looked for this far back; a run that was missed is made up for by the next. */
const lookBackMs = 60 * 60_000;

/** Stops showing new offers where a plan's limit is reached, and begins again where it no longer is. */
export async function reviewPause(shop: ShopId, now: Date): Promise<void> {
  const [installation, account, period] = await Promise.all([findShop(shop), readAccount(shop), findOpenPeriod(shop)]);
  if (!installation) return;
  const accepted = await countAccepted(shop, presetPeriod("thisMonth", installation.timeZone, now).from);
  const paused = pauseOf(account, accepted, period !== null && chargeDue(balanceOf(period, account)).aboveCapMinor > 0);
  if (paused !== account.paused) await savePause(shop, paused);
}

/** The sums of a period beside what Shopify counts of its cap. */
export function balanceOf(period: BillingPeriod, { capMinor, usedMinor, subscriptionId }: Pick<BillingAccount, "capMinor" | "usedMinor" | "subscriptionId">): Balance {
  const isCurrent = subscriptionId === period.subscriptionId;
  return { ...period, capMinor: isCurrent ? (capMinor ?? 0) : 0, usedMinor: isCurrent ? (usedMinor ?? 0) : 0 };
}

/** Reviews every shop where something was accepted lately, or that is paused; for the worker, every few minutes. */
export async function reviewPauses(now: Date): Promise<void> {
  await forEachShop(await listShopsToReview(new Date(now.getTime() - lookBackMs)), (shop) => reviewPause(shop, now));
}
