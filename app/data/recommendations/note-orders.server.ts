import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, type Transaction } from "../database.server";
import { advanceNoting, type CountBuild } from "./count-builds.server";
import { insertCounted, lastIdOfPage, listAllContributions, lockCounts } from "./contributions.server";
import { clearUncounted, listUncountedBetween } from "./uncounted-orders.server";

/**
 * Notes what the next orders by id contribute: from then on they count as counted, and what changes of them later is
 * counted afterwards. False when the build went on elsewhere or began anew meanwhile.
 */
export async function noteNextOrders(shop: ShopId, build: CountBuild, ordersPerPage: number): Promise<boolean> {
  return inTransaction(async (client) => {
    await lockCounts(shop, client);
    const { afterId } = build;
    const end = await lastIdOfPage(shop, afterId, ordersPerPage, client);
    return end === null ? noteEnd(shop, build, client) : notePage(shop, build, end, ordersPerPage, client);
  });
}

async function notePage(shop: ShopId, build: CountBuild, end: number, ordersPerPage: number, client: Transaction): Promise<boolean> {
  const { afterId } = build;
  // Before the orders are read: what changes in between is counted once more.
  const uncounted = await listUncountedBetween(shop, afterId, end, client);
  const orders = await listAllContributions(shop, afterId, ordersPerPage, client);
  await client.query("delete from counted_orders where shop = $1 and order_id > $2 and order_id <= $3", [shop, afterId, end]);
  // One that came meanwhile may be among them with an id of its own beyond the page.
  await insertCounted(shop, orders.filter(({ orderId }) => orderId <= end), client);
  await clearUncounted(shop, uncounted, client);
  return advanceNoting(shop, build, { end, orders: orders.length, isLast: false }, client);
}

/** What is noted beyond the last order is of orders that are gone. */
async function noteEnd(shop: ShopId, build: CountBuild, client: Transaction): Promise<boolean> {
  const { afterId } = build;
  const uncounted = await listUncountedBetween(shop, afterId, Number.MAX_SAFE_INTEGER, client);
  // One that came just now has its page first.
  if ((await lastIdOfPage(shop, afterId, 1, client)) !== null) return true;
  await client.query("delete from counted_orders where shop = $1 and order_id > $2", [shop, afterId]);
  await clearUncounted(shop, uncounted, client);
  return advanceNoting(shop, build, { end: afterId, orders: 0, isLast: true }, client);
}
