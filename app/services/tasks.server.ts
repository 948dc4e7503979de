import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { removeExpiredExports } from "../data/exports/exports.server";
import { buryAbandonedEvents } from "../data/inbox/dead-letters.server";
import { purgeDoneEvents } from "../data/inbox/inbox.server";
import { addJobs } from "../data/jobs/jobs.server";
import type { JobPayloads } from "../data/jobs/jobs.server";
import { listInstalledShops } from "../data/shops/shops.server";
import { withinShop } from "../data/tenancy/scope.server";
import { ShopId } from "../domain/shops/shop-id";
import { purgeBacktests } from "./backtest/purge-backtests.server";
import { runBacktest } from "./backtest/run-backtest.server";
import { billUsage, queueBilling } from "./billing/bill-usage.server";
import { reviewPauses } from "./billing/review-pause.server";
import { queueBillingSync, syncBilling } from "./billing/sync-billing.server";
import { rereadCollection } from "./catalogue/mirror-products.server";
import { emptyReasons } from "./decisions/empty-reasons.server";
import { prepareCoupons } from "./discounts/coupons.server";
import { ensureDiscount, publishRedeemed } from "./discounts/ensure-discount.server";
import { fillPool } from "./discounts/fill-coupons.server";
import { queueRemovalOfEnded, removeEndedDiscounts } from "./discounts/remove-ended.server";
import { runExport } from "./exports/run-export.server";
import { collectFlowEvents, queueFlowCollection, queueReorderSearch } from "./flow/collect-events.server";
import { findReorders } from "./flow/find-reorders.server";
import { sendFlowEvents } from "./flow/send-events.server";
import { eventName, processEvents } from "./inbox/process-events.server";
import { sweepAcceptances } from "./ledger/sweep-acceptances.server";
import { publishCompanions, queueCompanions, queueFirstCompanions } from "./placements/publish-companions.server";
import { rereadOrders } from "./orders/mirror-orders.server";
import { eraseWhatCameAfter } from "./privacy/erase-shop.server";
import { queueCounts, updateCounts } from "./recommendations/update-counts.server";
import { queueAllSellingPlans, refreshSellingPlans } from "./placements/selling-plans.server";
import { publishPlacements } from "./placements/settings.server";
import { handOverReorders, queueHandOvers } from "./reorders/hand-over.server";
import { queueDues, refreshDues } from "./reorders/refresh-dues.server";
import { queueRollUps, rollUpFigures } from "./reports/roll-up.server";
import { runDeletions } from "./shops/delete-data.server";
import { completeInstallation } from "./shops/installation.server";
import { findInstalledShop } from "./shops/shop-settings.server";
import { advanceBackfill } from "./sync/backfill.server";
import { reconcile } from "./sync/reconciliation.server";

const hourMs = 60 * 60 * 1000;
const keepDoneEventsMs = 14 * 24 * hourMs;
const spreadMs = 3 * hourMs;

const OfShop = z.object({ shop: ShopId });

type Handlers = { [Name in keyof JobPayloads]: (payload: JobPayloads[Name], helpers: JobHelpers) => Promise<void | Promise<void>[]> };

const handlers: Handlers = {
  /** Events that fail are tried again by themselves: the queue keeps those whose promise is rejected. */
  async "inbox.process"(keys, { job }) {
    const [first] = keys;
    if (!first) return;
    const failures = await processEvents(first.shop, keys, job.attempts >= job.max_attempts);
    return keys.map(async (key) => {
      if (failures.has(eventName(key))) throw failures.get(eventName(key));
    });
  },
  async "shops.install"({ shop }) {
    await completeInstallation(shop, new Date());
  },
  async "shops.erase-again"({ shop }) {
    await eraseWhatCameAfter(shop, new Date());
  },
  async "sync.backfill"({ shop, runId }, { abortSignal }) {
    await advanceBackfill(shop, runId, abortSignal);
  },
  async "sync.reconcile"({ shop }) {
    await reconcile(shop, new Date());
  },
  async "orders.reread"({ shop, orderIds }) {
    if (await findInstalledShop(shop)) await rereadOrders(shop, orderIds, new Date());
  },
  async "catalogue.refresh-collection"({ shop, collectionId }) {
    if (await findInstalledShop(shop)) await rereadCollection(shop, collectionId, new Date());
  },
  async "counts.update"({ shop }, { abortSignal }) {
    if (!(await findInstalledShop(shop))) return;
    await updateCounts(shop, abortSignal);
    await queueFirstCompanions(shop);
  },
  async "discounts.ensure"({ shop }) {
    if (!(await findInstalledShop(shop))) return;
    await ensureDiscount(shop, new Date());
    await prepareCoupons(shop, new Date());
  },
  async "discounts.redeemed"({ shop }) {
    if (await findInstalledShop(shop)) await publishRedeemed(shop, new Date());
  },
  async "discounts.remove-ended"({ shop }, { abortSignal }) {
    if (await findInstalledShop(shop)) await removeEndedDiscounts(shop, new Date(), abortSignal);
  },
  async "selling-plans.refresh"({ shop }) {
    if (await findInstalledShop(shop)) await refreshSellingPlans(shop);
  },
  async "coupons.fill"({ shop, poolId }) {
    if (await findInstalledShop(shop)) await fillPool(shop, poolId);
  },
  async "placements.publish"({ shop }) {
    if (await findInstalledShop(shop)) await publishPlacements(shop, new Date());
  },
  async "figures.roll-up"({ shop }, { abortSignal }) {
    await rollUpFigures(shop, new Date(), abortSignal);
  },
  async "backtest.run"({ shop, runId }, { job, abortSignal }) {
    await runBacktest(shop, runId, new Date(), abortSignal, job.attempts >= job.max_attempts);
  },
  async "companions.publish"({ shop }, { abortSignal }) {
    if (await findInstalledShop(shop)) await publishCompanions(shop, new Date(), abortSignal);
  },
  async "reorders.refresh"({ shop }, { abortSignal }) {
    if (await findInstalledShop(shop)) await refreshDues(shop, new Date(), abortSignal);
  },
  async "reorders.hand-over"({ shop }, { abortSignal }) {
    if (await findInstalledShop(shop)) await handOverReorders(shop, new Date(), abortSignal);
  },
  async "flow.collect"({ shop }) {
    await collectFlowEvents(shop, new Date());
  },
  async "flow.find-reorders"({ shop, day }, { abortSignal }) {
    if (await findInstalledShop(shop)) await findReorders(shop, day, new Date(), abortSignal);
  },
  async "flow.send"({ shop }, { abortSignal }) {
    if (await findInstalledShop(shop)) await sendFlowEvents(shop, abortSignal);
  },
  async "exports.run"({ shop, exportId }, { job, abortSignal }) {
    await runExport(shop, exportId, new Date(), abortSignal, job.attempts >= job.max_attempts);
  },
  async "billing.charge"({ shop }) {
    if (await findInstalledShop(shop)) await billUsage(shop, new Date());
  },
  async "billing.sync"({ shop }) {
    if (await findInstalledShop(shop)) await syncBilling(shop, new Date());
  },
};

/** What the schedule starts, for all shops. */
const scheduled = {
  async "sync.reconcile-all"() {
    const shops = await listInstalledShops();
    // Spread over the first hours of the night, so that not all shops are read at once.
    await addJobs(shops.map((shop, index) => ({
      task: "sync.reconcile" as const,
      payload: { shop },
      key: `reconcile ${shop}`,
      runAt: new Date(Date.now() + Math.floor((index / shops.length) * spreadMs)),
      maxAttempts: 5,
      priority: 20,
    })));
  },
  async "inbox.purge"() {
    await buryAbandonedEvents(new Date());
    await purgeDoneEvents(new Date(Date.now() - keepDoneEventsMs));
  },
  async "counts.update-all"() {
    await queueCounts();
  },
  async "figures.roll-up-all"() {
    await queueRollUps(new Date());
  },
  async "backtest.purge"() {
    await purgeBacktests(new Date());
  },
  async "decisions.empty-reasons"() {
    await emptyReasons(new Date());
  },
  async "companions.publish-all"() {
    await queueCompanions();
  },
  async "reorders.refresh-all"() {
    await queueDues();
  },
  async "reorders.hand-over-all"() {
    await queueHandOvers();
  },
  async "flow.collect-all"() {
    await queueFlowCollection();
  },
  async "flow.find-reorders-all"() {
    await queueReorderSearch(new Date());
  },
  async "exports.purge"() {
    await removeExpiredExports(new Date());
  },
  async "shops.delete-due"() {
    await runDeletions(new Date());
  },
  async "billing.charge-all"() {
    await queueBilling();
  },
  async "billing.sync-all"() {
    await queueBillingSync();
  },
  async "billing.review"() {
    await reviewPauses(new Date());
  },
  async "selling-plans.refresh-all"() {
    await queueAllSellingPlans();
  },
  async "discounts.remove-ended-all"() {
    await queueRemovalOfEnded();
  },
  async "ledger.sweep"() {
    await sweepAcceptances(new Date());
  },
};

/** A shop's jobs see and touch nothing of another's. */
const confined = Object.fromEntries(Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown, helpers: JobHelpers) => {
  const { shop } = OfShop.parse(Array.isArray(payload) ? payload[0] : payload);
  // The queue knows no types of payloads; they are what `addJobs` wrote, and that takes the same types.
  return withinShop(shop, () => handle(payload as never, helpers));
}]));

/** Every kind of background work. */
export const tasks: TaskList = { ...confined, ...scheduled };

/** UTC; a run that was missed because no worker ran is made up for. */
export const schedule = [
  { task: "sync.reconcile-all", match: "15 2 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "counts.update-all", match: "* * * * *", options: {} },
  { task: "companions.publish-all", match: "40 * * * *", options: {} },
  { task: "reorders.refresh-all", match: "35 3 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "reorders.hand-over-all", match: "20 * * * *", options: {} },
  { task: "flow.collect-all", match: "*/5 * * * *", options: {} },
  { task: "flow.find-reorders-all", match: "5 6 * * *", options: { backfillPeriod: 12 * hourMs } },
  { task: "ledger.sweep", match: "*/5 * * * *", options: {} },
  { task: "exports.purge", match: "25 1 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "shops.delete-due", match: "10 * * * *", options: { backfillPeriod: 2 * hourMs } },
  { task: "billing.charge-all", match: "25 * * * *", options: { backfillPeriod: 2 * hourMs } },
  { task: "billing.sync-all", match: "35 3 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "billing.review", match: "*/5 * * * *", options: {} },
  { task: "selling-plans.refresh-all", match: "50 4 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "discounts.remove-ended-all", match: "25 3 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "figures.roll-up-all", match: "*/15 * * * *", options: {} },
  { task: "backtest.purge", match: "5 1 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "decisions.empty-reasons", match: "15 1 * * *", options: { backfillPeriod: 25 * hourMs } },
  { task: "inbox.purge", match: "45 1 * * *", options: { backfillPeriod: 25 * hourMs } },
] as const;
