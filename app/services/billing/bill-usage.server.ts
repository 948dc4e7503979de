import { listSubscribedShops, lockBilling, readAccount, saveBilledTo } from "../../data/billing/account.server";
import type { BillingAccount } from "../../data/billing/account.server";
import { addCharge, findCharge } from "../../data/billing/charges.server";
import type { BillingCharge } from "../../data/billing/charges.server";
import { listUnbilled, readBilledSoFar } from "../../data/billing/entries-to-bill.server";
import { saveBilled } from "../../data/billing/periods.server";
import type { BillingPeriod } from "../../data/billing/periods.server";
import type { Transaction } from "../../data/database.server";
import { inTransaction } from "../../data/database.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { billEntries } from "../../domain/billing/bill-entries";
import type { EntryToBill } from "../../domain/billing/bill-entries";
import { chargeDue, isWorthCharging } from "../../domain/billing/charge";
import type { ShopId } from "../../domain/shops/shop-id";
import { currentPeriod } from "./current-period.server";
import { balanceOf, reviewPause } from "./review-pause.server";
import { settleCharge } from "./settle-charge.server";
import { syncBilling } from "./sync-billing.server";

const batchSize = 500;
/** Entries become visible a little after the time they were recorded at. */
const overlapMs = 60 * 60_000;

/**
 * Brings a shop's usage charges up to date: settles the charge whose outcome is unknown, asks Shopify what is in force,
 * counts what the ledger recorded since, and charges what is due. Repeating it, at once or in two processes, charges
 * nothing twice; whatever it is cut short at, the next run goes on from. Throws ShopifyApiError.
 */
export async function billUsage(shop: ShopId, now: Date): Promise<void> {
  const unsettled = await findCharge(shop);
  if (unsettled) await settleCharge(shop, unsettled, now);
  await syncBilling(shop, now);
  const { orderIds, charge } = await inTransaction(async (client) => {
    await lockBilling(shop, client);
    return countAndCharge(shop, now, client);
  });
  if (charge) {
    await settleCharge(shop, charge, now);
    await syncBilling(shop, now);
  }
  await reviewPause(shop, now);
  if (orderIds.length > 0) await addJobs([{ task: "orders.reread", payload: { shop, orderIds }, key: `tax ${shop}` }]);
}

interface Counted {
  /** Orders whose tax is not known yet: their entries wait. */
  orderIds: number[];
  charge: BillingCharge | null;
}

async function countAndCharge(shop: ShopId, now: Date, client: Transaction): Promise<Counted> {
  const account = await readAccount(shop, client);
  const period = await currentPeriod(shop, account, now, client);
  if (!period) return { orderIds: [], charge: null };
  const counted = await countEntries(shop, account, period, now, client);
  const { amountMinor } = chargeDue(balanceOf(counted.period, account));
  // The cap is Shopify's own: nothing is asked for while another charge is under way.
  const isBusy = (await findCharge(shop, client)) !== null;
  if (isBusy || account.status !== "active" || account.lineItemId === null || !isWorthCharging(amountMinor, period.currency, period.endsAt, now)) return { ...counted, charge: null };
  const charge = await addCharge(shop, { periodId: period.id, lineItemId: account.lineItemId, amountMinor, currency: period.currency, madeAt: now }, client);
  return { ...counted, charge };
}

async function countEntries(shop: ShopId, account: BillingAccount, opened: BillingPeriod, now: Date, client: Transaction): Promise<{ orderIds: number[]; period: BillingPeriod }> {
  const chargedFrom = account.trialEndsAt ?? account.subscribedAt ?? now;
  const from = new Date((account.billedTo ?? chargedFrom).getTime() - overlapMs);
  let period = opened;
  for (;;) {
    const found = await listUnbilled(shop, from, period.currency, batchSize, client);
    const ready = found.filter(({ line }) => line !== null);
    const known = await readBilledSoFar(shop, ready.map(({ acceptanceKey }) => acceptanceKey), client);
    const waiting = found.filter(({ line }) => line === null);
    // An acceptance's entries are counted in their order: what follows one that waits, waits as well.
    const held = new Set(waiting.map(({ acceptanceKey }) => acceptanceKey));
    const entries = ready.flatMap(({ line, ...entry }): EntryToBill[] => (line === null || line === "gone" || held.has(entry.acceptanceKey) ? [] : [{ ...entry, line }]));
    const billed = billEntries(entries, known, period, chargedFrom);
    billed.free.push(...ready.flatMap(({ line, entryId }) => (line === "gone" ? [entryId] : [])));
    if (billed.counted.length + billed.free.length > 0) period = await saveBilled(shop, period, billed, client);
    if (found.length === batchSize && billed.counted.length + billed.free.length > 0) continue;
    await saveBilledTo(shop, new Date(Math.min(now.getTime(), ...waiting.map(({ recordedAt }) => recordedAt.getTime()))), client);
    return { orderIds: [...new Set(waiting.map(({ orderId }) => orderId))], period };
  }
}

/** Queues a run for every shop that is charged on usage. */
export async function queueBilling(): Promise<void> {
  const shops = await listSubscribedShops("usage");
  await addJobs(shops.map((shop) => ({ task: "billing.charge" as const, payload: { shop }, key: `billing ${shop}` })));
}
