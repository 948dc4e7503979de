import type { DatedPurchase } from "../../domain/recommendations/after-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { BuildPieces, BuildSuperseded } from "./build-pieces.server";
import { listNoted } from "./contributions.server";
import { beginBuild, endBuild } from "./count-builds.server";
import { noteNextOrders } from "./note-orders.server";
import { saveTotals } from "./save-counts.server";
import { ShopHistory } from "./shop-history";
import { writeFollowing } from "./write-following.server";
import { type BuildSizes, writeWithin } from "./write-within.server";

/** A piece takes about a second. */
const usualSizes: BuildSizes = { ordersPerPage: 2_000, rowsPerPiece: 5_000, neighboursPerPiece: 200 };

/**
 * Counts all orders of a shop from the beginning, in short transactions: first it is noted what every order contributes,
 * then all of that is counted in memory and written piece by piece, products by id. Ended at any point it goes on there
 * the next time; what changes meanwhile is counted afterwards. Gives exactly what counting order by order gives. Until
 * the last piece the shop keeps the totals and thresholds that it had, or has none. Throws when the signal ends it.
 */
export async function buildCounts(shop: ShopId, signal?: AbortSignal, sizes = usualSizes): Promise<{ orders: number; pairs: number }> {
  for (;;) {
    signal?.throwIfAborted();
    const build = await beginBuild(shop);
    if (!build.isNoted) {
      await noteNextOrders(shop, build, sizes.ordersPerPage);
      continue;
    }
    try {
      return await writeCounts(shop, new BuildPieces(shop, build, signal), sizes);
    } catch (thrown) {
      if (!(thrown instanceof BuildSuperseded)) throw thrown;
    }
  }
}

async function writeCounts(shop: ShopId, pieces: BuildPieces, sizes: BuildSizes): Promise<{ orders: number; pairs: number }> {
  const history = new ShopHistory(await listNotedProducts(shop));
  const ofCustomer = new Map<string, DatedPurchase[]>();
  // One after the other, so that the pairs of both are never in memory together.
  const within = await writeWithin(shop, history, notedOrders(shop, sizes.ordersPerPage, history, ofCustomer), pieces, sizes);
  const after = await writeFollowing(shop, history, ofCustomer, pieces, sizes);
  await pieces.next(1, () => null, async (_made, client) => {
    await saveTotals(shop, within, after, client);
    await endBuild(shop, client);
  });
  return { orders: within.orders, pairs: within.pairs };
}

/** By id, so that pieces are the same at every try. */
async function listNotedProducts(shop: ShopId): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>("select distinct product_id as id from counted_orders, unnest(product_ids) as product_id where shop = $1 order by id", [shop]);
  return rows.map(({ id }) => id);
}

/** Every order with its customer's before it; they are noted by customer, too. */
async function* notedOrders(shop: ShopId, ordersPerPage: number, history: ShopHistory, ofCustomer: Map<string, DatedPurchase[]>): AsyncGenerator<[DatedPurchase, readonly DatedPurchase[]]> {
  let last = 0;
  for (;;) {
    const page = await listNoted(shop, last, ordersPerPage, pool);
    if (page.length === 0) return;
    for (const order of page) {
      const { orderId, customerKey, boughtAt } = order;
      const purchase = { ...history.add(order), orderId, boughtAt };
      const others = customerKey === null ? [] : (ofCustomer.get(customerKey) ?? []);
      yield [purchase, others];
      if (customerKey !== null && others.length === 0) ofCustomer.set(customerKey, [purchase]);
      else others.push(purchase);
      last = orderId;
    }
  }
}
