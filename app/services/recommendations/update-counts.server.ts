import { countNextOrders } from "../../data/recommendations/apply-counts.server";
import { buildCounts } from "../../data/recommendations/build-counts.server";
import { isBuilding } from "../../data/recommendations/count-builds.server";
import { refreshNeighbours, refreshThreshold } from "../../data/recommendations/refresh-neighbours.server";
import { isImportingOrders, listShopsToCount, listUncounted } from "../../data/recommendations/uncounted-orders.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { listCustomersOf } from "../../data/reorders/customer-orders.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { queueDuesOf, refreshDuesOf } from "../reorders/refresh-dues.server";
import { refreshMovesUp } from "./refresh-moves-up.server";
import { proposeToShop, tryProposals } from "../offers/proposals.server";

const ordersPerBatch = 100;
/** From so many changed orders on it is quicker to count everything from the beginning. */
const rebuildFrom = 2_000;
const productsPerBatch = 100;

/** Counts what changed since the last time and brings neighbours up to date; may be ended at any point. What is known then for the first time becomes proposals. */
export async function updateCounts(shop: ShopId, signal?: AbortSignal): Promise<void> {
  // An import changes every order: counting begins when it is through.
  if (await isImportingOrders(shop)) return;
  const started = Date.now();
  const changed = (await listUncounted(shop, rebuildFrom)).map(({ orderId }) => orderId);
  // One that was cut short goes on where it ended, whatever changed since.
  if (changed.length >= rebuildFrom || (await isBuilding(shop))) {
    const built = await buildCounts(shop, signal);
    log.info({ shop, ...built, ms: Date.now() - started }, "the co-purchase counts were built");
    await queueDuesOf(shop);
  } else {
    const before = await listCustomersOf(shop, changed);
    while (!signal?.aborted && (await countNextOrders(shop, ordersPerBatch)) > 0);
    await refreshDuesOf(shop, [...new Set([...before, ...(await listCustomersOf(shop, changed))])], new Date());
  }
  await refreshThreshold(shop);
  // The most sold come first, and proposals rest on them: staff who wait for those need not wait for all products.
  let refreshed = await refreshNeighbours(shop, productsPerBatch);
  if (!signal?.aborted) await proposeToShop(shop, new Date());
  while (!signal?.aborted && refreshed > 0) refreshed = await refreshNeighbours(shop, productsPerBatch);
  if (!signal?.aborted) await refreshMovesUp(shop, new Date(), signal);
  if (!signal?.aborted) await tryProposals(shop, new Date());
}

/** Has the changed orders of every shop counted, each shop by one job. */
export async function queueCounts(): Promise<void> {
  const shops = await listShopsToCount();
  await addJobs(shops.map((shop) => ({ task: "counts.update" as const, payload: { shop }, key: `counts ${shop}`, queue: `counts ${shop}`, priority: 15 })));
}
