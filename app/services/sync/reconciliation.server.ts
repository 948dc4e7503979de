import { saveCollections } from "../../data/catalogue/collections.server";
import { findProductTimes, listProductIds } from "../../data/catalogue/product-state.server";
import { inTransaction } from "../../data/database.server";
import { findOrderTimes, listOrdersPlaced } from "../../data/orders/order-queries.server";
import { saveReconciledAt } from "../../data/shops/shops.server";
import type { Installation } from "../../data/shops/shops.server";
import { findLatestRun, findRun, saveRun, startRun, withRunLock } from "../../data/sync/sync-runs.server";
import type { SyncRun } from "../../data/sync/sync-runs.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { fetchCollections } from "../../shopify/catalogue/products.server";
import { fetchOrderChanges, fetchOrdersPlaced, fetchProductTimes } from "../../shopify/sync/changes.server";
import type { Change } from "../../shopify/sync/changes.server";
import { rereadProducts } from "../catalogue/mirror-products.server";
import { reconcileCustomerTags } from "../customers/customer-tags.server";
import { queueDiscountCheck } from "../discounts/discount-jobs.server";
import { rereadOrders } from "../orders/mirror-orders.server";
import { reconcileCases } from "../orders/service-cases.server";
import { findInstalledShop } from "../shops/shop-settings.server";

/** Changes around the last reconciliation are looked at twice. */
const overlapMs = 60 * 60 * 1000;
/** A deletion leaves no change to find: the mirror's orders that are younger than this are looked for at Shopify. */
const comparedDays = 7;

/**
 * Finds what webhooks missed and mirrors it: orders changed since the last reconciliation, recent ones that are gone,
 * products changed, new or gone, collections, returns and disputes, customers' tags. A run that was ended goes on from its last page. Nothing is done while the shop is not installed.
 */
export async function reconcile(shop: ShopId, now: Date): Promise<void> {
  const installation = await findInstalledShop(shop);
  if (!installation) return;
  const { id } = await inTransaction((client) => startRun(shop, "reconciliation", now, client));
  await withRunLock(shop, id, async () => {
    const run = await findRun(shop, id);
    if (!run || run.finishedAt) return;
    const orders = await reconcileOrders(installation, run, now);
    const goneOrders = await dropGoneOrders(installation, now);
    const products = await reconcileProducts(installation);
    await saveCollections(shop, await fetchCollections(shop));
    await reconcileCases(installation, await reconciledFrom(installation));
    await reconcileCustomerTags(installation, await reconciledFrom(installation), now);
    await saveRun(shop, id, { status: "done", recordsDone: run.recordsDone + orders + goneOrders + products, finishedAt: new Date() });
    await saveReconciledAt(shop, run.startedAt);
    await queueDiscountCheck(shop);
    log.info({ shop, orders, goneOrders, products }, "reconciled");
  });
}

async function reconcileOrders({ shop, reconciledAt, installedAt }: Installation, run: SyncRun, now: Date): Promise<number> {
  const since = await reconciledFrom({ shop, reconciledAt, installedAt });
  let missed = 0;
  let after = run.cursor;
  do {
    const { changes, next } = await fetchOrderChanges(shop, since, after);
    const ids = missedOf(changes, await findOrderTimes(shop, changes.map(({ id }) => id)));
    await rereadOrders(shop, ids, now);
    missed += ids.length;
    after = next;
    if (after !== null) await saveRun(shop, run.id, { status: "loading", cursor: after });
  } while (after !== null);
  return missed;
}

/** How many orders were gone. Each is asked for by itself before it is dropped: a list may lag behind. */
async function dropGoneOrders({ shop }: Installation, now: Date): Promise<number> {
  const from = daysAfter(now, -comparedDays);
  const until = new Date(now.getTime() - overlapMs);
  const gone = new Set(await listOrdersPlaced(shop, from, until));
  if (gone.size === 0) return 0;
  let after: string | null = null;
  do {
    const page = await fetchOrdersPlaced(shop, from, until, after);
    for (const { id } of page.changes) gone.delete(id);
    after = page.next;
  } while (after !== null);
  await rereadOrders(shop, [...gone], now);
  return gone.size;
}

/** Since when changes may have been missed. */
async function reconciledFrom({ shop, reconciledAt, installedAt }: Pick<Installation, "shop" | "reconciledAt" | "installedAt">): Promise<Date> {
  const backfill = reconciledAt ? null : await findLatestRun(shop, "orders");
  return new Date((reconciledAt ?? backfill?.startedAt ?? installedAt).getTime() - overlapMs);
}

async function reconcileProducts({ shop, currency }: Installation): Promise<number> {
  // Before the first page: a product made meanwhile is neither listed by Shopify nor thought to be gone.
  const gone = new Set(await listProductIds(shop));
  let missed = 0;
  let after: string | null = null;
  do {
    const page = await fetchProductTimes(shop, after);
    const ids = missedOf(page.changes, await findProductTimes(shop, page.changes.map(({ id }) => id)));
    await rereadProducts(shop, ids, currency);
    missed += ids.length;
    for (const { id } of page.changes) gone.delete(id);
    after = page.next;
  } while (after !== null);
  // Each is asked for by itself before it is dropped, as orders are.
  await rereadProducts(shop, [...gone], currency);
  return missed + gone.size;
}

function missedOf(changes: readonly Change[], held: ReadonlyMap<number, Date>): number[] {
  return changes.filter(({ id, updatedAt }) => (held.get(id)?.getTime() ?? 0) < updatedAt.getTime()).map(({ id }) => id);
}
