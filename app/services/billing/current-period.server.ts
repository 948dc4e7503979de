import { saveCredit } from "../../data/billing/account.server";
import type { BillingAccount } from "../../data/billing/account.server";
import { closePeriodRow, findOpenPeriod, openPeriod } from "../../data/billing/periods.server";
import type { BillingPeriod } from "../../data/billing/periods.server";
import type { Transaction } from "../../data/database.server";
import { closePeriod } from "../../domain/billing/charge";
import type { ShopId } from "../../domain/shops/shop-id";

const cycleMs = 30 * 86_400_000;

/**
 * The period that ledger entries count in now: the open one, or a new one where Shopify has begun another cycle; the one
 * before is closed and what is left of it carried forward. Null on trial and off the usage plan. Under the billing lock.
 */
export async function currentPeriod(shop: ShopId, account: BillingAccount, now: Date, client: Transaction): Promise<BillingPeriod | null> {
  const open = await findOpenPeriod(shop, client);
  const { subscriptionId, subscribedAt, trialEndsAt, periodEndsAt } = account;
  const isCharged = account.plan === "usage" && subscriptionId !== null && subscribedAt !== null && (trialEndsAt === null || trialEndsAt <= now);
  if (open && isCharged && open.subscriptionId === subscriptionId && (account.status === "frozen" || (periodEndsAt !== null && periodEndsAt <= open.endsAt))) return open;

  let creditInMinor = account.creditMinor;
  if (open) {
    const isEnded = open.subscriptionId !== subscriptionId;
    // Shopify's count is of the new cycle by now; ours is of the old one. Nothing more can be charged on a subscription that has ended.
    const closing = closePeriod({ ...open, capMinor: account.capMinor ?? open.chargedMinor, usedMinor: open.chargedMinor });
    creditInMinor = isEnded ? Math.max(0, closing.creditOutMinor) : closing.creditOutMinor;
    await closePeriodRow(shop, open.id, closing.waivedMinor + (isEnded ? Math.max(0, -closing.creditOutMinor) : 0), now, client);
    await saveCredit(shop, creditInMinor, client);
  }
  if (!isCharged || periodEndsAt === null || periodEndsAt <= now) return null;
  const startsAt = new Date(Math.max(periodEndsAt.getTime() - cycleMs, (trialEndsAt ?? subscribedAt).getTime()));
  return openPeriod(shop, { subscriptionId, currency: account.currency, startsAt, endsAt: periodEndsAt, creditInMinor }, client);
}
