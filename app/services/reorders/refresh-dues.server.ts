import { getSnapshot } from "../../data/decisions/snapshot.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { countRegulars, findOptedOut, listRegulars, listRegularsAfter } from "../../data/reorders/customer-orders.server";
import type { RegularsPage } from "../../data/reorders/customer-orders.server";
import { replaceDues } from "../../data/reorders/dues.server";
import type { DueOf } from "../../data/reorders/dues.server";
import { advanceWalk, openWalk } from "../../data/reorders/walks.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { customerDues } from "../../domain/reorders/customer-dues";
import type { ShopId } from "../../domain/shops/shop-id";

const customersPerPage = 500;

/** Works out anew what every customer is due to buy again: figures of products move and ranges pass. Ended at any point it goes on where it was. */
export async function refreshDues(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  const terms = await readTerms(shop, now);
  if (!terms) return;
  const walk = await openWalk(shop, "dues", await countRegulars(shop), now);
  for (let { cursor } = walk; ; ) {
    if (signal?.aborted) throw new Error("Stopped before all customers were looked at");
    const page = await listRegularsAfter(shop, cursor, customersPerPage);
    const last = page.customers.length < customersPerPage ? null : (page.customers.at(-1)?.customerKey ?? null);
    const changed = await replaceDues(shop, { after: cursor, upTo: last }, await duesOf(shop, page, terms, now), terms.timeZone);
    await advanceWalk(shop, "dues", { cursor: last, done: page.customers.length, changed, finishedAt: last === null ? now : null });
    if (last === null) return;
    cursor = last;
  }
}

/** The same for the customers of orders that changed, those from whom an order was taken too. */
export async function refreshDuesOf(shop: ShopId, customerKeys: readonly string[], now: Date): Promise<void> {
  const terms = customerKeys.length === 0 ? null : await readTerms(shop, now);
  if (!terms) return;
  for (let from = 0; from < customerKeys.length; from += customersPerPage) {
    const keys = customerKeys.slice(from, from + customersPerPage);
    await replaceDues(shop, { keys }, await duesOf(shop, await listRegulars(shop, keys), terms, now), terms.timeZone);
  }
}

/** Every shop by one job. */
export async function queueDues(): Promise<void> {
  const shops = await listInstalledShops();
  await addJobs(shops.map(duesJob));
}

/** Has one shop's dues worked out soon. */
export async function queueDuesOf(shop: ShopId): Promise<void> {
  await addJobs([duesJob(shop)]);
}

function duesJob(shop: ShopId) {
  return { task: "reorders.refresh" as const, payload: { shop }, key: `reorder dues ${shop}`, priority: 20, maxAttempts: 10 };
}

type Terms = NonNullable<Awaited<ReturnType<typeof readTerms>>>;

async function readTerms(shop: ShopId, now: Date) {
  const snapshot = await getSnapshot(shop, now);
  return snapshot && { policy: snapshot.policy ?? defaultCourtesyPolicy(), timeZone: snapshot.timeZone };
}

async function duesOf(shop: ShopId, { customers, figures }: RegularsPage, { policy }: Terms, now: Date): Promise<DueOf[]> {
  const dues = customers.flatMap(({ customerKey, orders }) => customerDues(orders, figures, policy, now).map((due) => ({ ...due, customerKey })));
  const optedOut = await findOptedOut(shop, [...new Set(dues.map(({ customerKey }) => customerKey))]);
  return dues.filter(({ customerKey }) => !optedOut.has(customerKey));
}
