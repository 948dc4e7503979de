import { readAccount } from "../../data/billing/account.server";
import { countAccepted } from "../../data/billing/allowance.server";
import { findOpenPeriod, listPeriods } from "../../data/billing/periods.server";
import { sumKept } from "../../data/reports/further-figures.server";
import { allowanceOf } from "../../domain/billing/allowance";
import type { BillingPage } from "../../domain/billing/billing-page";
import { chargeDue } from "../../domain/billing/charge";
import { feeOf } from "../../domain/billing/fee";
import { canChargeUsage, flatPrice, TRIAL_DAYS } from "../../domain/billing/plans";
import { trialDaysLeft } from "../../domain/billing/subscription";
import { presetPeriod } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { findInstalledShop } from "../shops/shop-settings.server";
import { balanceOf } from "./review-pause.server";
import { syncBilling } from "./sync-billing.server";

/** How far back the example on the page looks. */
const exampleDays = 30;

/** Everything the plan page shows of a shop. Shopify is only asked where it never was. */
export async function readBillingPage(shop: ShopId, now: Date): Promise<BillingPage<Date>> {
  let account = await readAccount(shop);
  if (account.syncedAt === null) {
    account = await syncBilling(shop, now).then((synced) => synced.account).catch((thrown: unknown) => {
      log.warn({ shop, err: thrown }, "Shopify did not say how the shop pays for apps");
      return account;
    });
  }
  const installation = await findInstalledShop(shop);
  const currency = installation?.currency ?? "USD";
  const timeZone = installation?.timeZone ?? "UTC";
  const since = new Date(now.getTime() - exampleDays * 86_400_000);
  const [accepted, period, periods, kept] = await Promise.all([
    countAccepted(shop, presetPeriod("thisMonth", timeZone, now).from), findOpenPeriod(shop), listPeriods(shop, 1), sumKept(shop, { from: since, to: now }, currency),
  ]);
  const balance = period && balanceOf(period, account);
  const charge = balance && chargeDue(balance);
  return {
    plan: account.plan, status: account.status, isTest: account.isTest, paused: account.paused, timeZone, currency,
    allowance: allowanceOf(accepted),
    flat: flatPrice(account.currency),
    usageCurrency: canChargeUsage(currency, account.currency) ? currency : null,
    trialDays: trialDaysLeft(account.trialStartedAt, TRIAL_DAYS, now),
    trialEndsAt: account.trialEndsAt && account.trialEndsAt > now ? account.trialEndsAt : null,
    cap: account.capMinor === null ? null : { minor: account.capMinor, usedMinor: account.usedMinor ?? 0 },
    due: period && charge ? {
      periodId: period.id, endsAt: period.endsAt, netMinor: period.netMinor, feeMinor: period.feeMinor, creditInMinor: period.creditInMinor,
      chargedMinor: period.chargedMinor, openMinor: charge.amountMinor, aboveCapMinor: charge.aboveCapMinor, creditMinor: charge.creditMinor,
    } : null,
    hasPeriods: periods.length > 0,
    example: kept.keptMinor > 0 ? { ...kept, netMinor: kept.keptMinor - kept.taxMinor, feeMinor: Math.max(0, feeOf(kept.keptMinor - kept.taxMinor)) } : null,
  };
}
