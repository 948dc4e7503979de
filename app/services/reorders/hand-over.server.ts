import { setTimeout as sleep } from "node:timers/promises";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { findOptedOut } from "../../data/reorders/customer-orders.server";
import { countToTell, findHandOver, listShopsToHandOver, listToTell, recordTold, saveHandOverProblem, saveNamespace } from "../../data/reorders/hand-over.server";
import type { ToTell } from "../../data/reorders/hand-over.server";
import { advanceWalk, openWalk } from "../../data/reorders/walks.server";
import { findShop } from "../../data/shops/shops.server";
import { isHeldOut } from "../../domain/courtesy/hold-out";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import { customerIdIn } from "../../domain/orders/customer-key";
import { reorderFields } from "../../domain/reorders/segment-fields";
import type { ReorderFields } from "../../domain/reorders/segment-fields";
import { dayOf } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";
import { customersPerCall, defineReorderFields, writeReorderFields } from "../../shopify/reorders/customer-metafields.server";

/** What writing customers' fields takes; asked for when staff switch the hand-over on. */
export const handOverScope = "write_customers";

const customersPerPage = 240;
/** Between two calls of 24 metafields: a shop's other apps and the rest of this one need Shopify's patience too. */
const pauseMs = 500;

interface Terms { snapshot: ShopSnapshot; today: string; titles: ReadonlyMap<number, string>; isOn: boolean }

/**
 * Brings customers' reorder fields at Shopify up to date, customer by customer and only where they changed; takes them
 * away where it was switched off. Ended at any point it goes on where it was. Throws ShopifyApiError.
 */
export async function handOverReorders(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  const [handOver, installation, snapshot] = await Promise.all([findHandOver(shop), findShop(shop), getSnapshot(shop, now)]);
  if (!handOver || !installation || !snapshot) return;
  if (!installation.scopes.includes(handOverScope)) {
    await saveHandOverProblem(shop, handOver.isOn ? "scope" : null);
    return;
  }
  if (handOver.isOn && handOver.namespace === null) await saveNamespace(shop, await defineReorderFields(shop));
  await saveHandOverProblem(shop, null);
  const terms = { snapshot, today: dayOf(now, snapshot.timeZone), titles: titlesToName(snapshot), isOn: handOver.isOn };
  const { cursor: begun } = await openWalk(shop, "hand-over", await countToTell(shop), now);
  for (let cursor = begun; ; ) {
    if (signal?.aborted) throw new Error("Stopped before all customers were told of");
    // Switched over meanwhile: the job that this queued begins anew.
    if ((await findHandOver(shop))?.switchedAt.getTime() !== handOver.switchedAt.getTime()) return;
    const page = await listToTell(shop, cursor, customersPerPage);
    const changed = await tellOf(shop, page, terms, now);
    cursor = page.at(-1)?.customerKey ?? cursor;
    const isLast = page.length < customersPerPage;
    await advanceWalk(shop, "hand-over", { cursor, done: page.length, changed, finishedAt: isLast ? now : null });
    if (isLast) return;
  }
}

async function tellOf(shop: ShopId, page: readonly ToTell[], terms: Terms, now: Date): Promise<number> {
  const optedOut = await findOptedOut(shop, page.map(({ customerKey }) => customerKey));
  const changed = page.flatMap((customer) => {
    const mayTell = terms.isOn && !optedOut.has(customer.customerKey) && !customer.hasOpenCase && !isHeldOut(shop, customer.customerKey, terms.snapshot.holdOutPercent);
    const fields = mayTell ? reorderFields(customer.dues, terms.titles, terms.today) : null;
    const customerId = customerIdIn(customer.customerKey);
    return customerId === null || givenText(fields) === customer.given ? [] : [{ customerKey: customer.customerKey, customerId, fields }];
  });
  for (let from = 0; from < changed.length; from += customersPerCall) {
    const batch = changed.slice(from, from + customersPerCall);
    // Whom Shopify does not take is noted like the others, and told again when something changes.
    await writeReorderFields(shop, batch);
    await recordTold(shop, batch.map(({ customerKey, fields }) => ({ customerKey, given: givenText(fields) })), now);
    await sleep(pauseMs);
  }
  return changed.length;
}

function givenText(fields: ReorderFields | null): string | null {
  return fields && JSON.stringify([fields.dueFrom, ...fields.products]);
}

/** What may be had now and is not left out by staff: nobody is reminded of anything else. */
function titlesToName({ products, staffExclusions }: ShopSnapshot): Map<number, string> {
  const excluded = new Set(staffExclusions?.productIds);
  return new Map([...products].flatMap(([id, product]) => {
    const canBeHad = product.status === "active" && product.isPublished && product.variants.some(({ available }) => available === null || available > 0);
    return canBeHad && !excluded.has(id) ? [[id, product.title] as const] : [];
  }));
}

/** Every shop that asked for it by one job. */
export async function queueHandOvers(): Promise<void> {
  await addJobs((await listShopsToHandOver()).map(handOverJob));
}

/** Has one shop's customers told of soon. */
export async function queueHandOver(shop: ShopId): Promise<void> {
  await addJobs([handOverJob(shop)]);
}

function handOverJob(shop: ShopId) {
  return { task: "reorders.hand-over" as const, payload: { shop }, key: `hand over reorders ${shop}`, priority: 20, maxAttempts: 5 };
}
