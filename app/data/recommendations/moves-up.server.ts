import { z } from "zod";
import { MovesUp } from "../../domain/recommendations/moves-up";
import type { DatedPurchase, SoldPeriod } from "../../domain/recommendations/moves-up";
import type { MoveUp } from "../../domain/strategies/sources";
import type { ShopId } from "../../domain/shops/shop-id";
import { listAllProducts } from "../catalogue/products.server";
import { inTransaction, pool } from "../database.server";

/** Small enough that counting a page holds up nothing else in the process. */
const pageSize = 1_000;

const Moves = z.array(z.object({ productId: z.number(), customers: z.number(), ofCustomers: z.number(), orders: z.number() })) satisfies z.ZodType<MoveUp[]>;

/** When a shop's moves up were last counted; null for never, or not since its counts were built from the beginning. */
export async function findMovesCountedAt(shop: ShopId): Promise<Date | null> {
  const { rows } = await pool.query<{ at: Date | null }>("select moves_counted_at as at from co_purchase_shops where shop = $1", [shop]);
  return rows[0]?.at ?? null;
}

/** Counts a shop's moves up from the beginning and puts them in the place of the last; says of how many products there are any. Null when it was ended. */
export async function countMovesUp(shop: ShopId, now: Date, signal?: AbortSignal): Promise<number | null> {
  const counts = new MovesUp(await listAllProducts(shop), await readSoldPeriods(shop));
  for await (const purchases of eachCustomer(shop)) {
    if (signal?.aborted) return null;
    counts.addCustomer(purchases);
  }
  const found = counts.found();
  await inTransaction(async (client) => {
    await client.query("delete from co_purchase_moves where shop = $1", [shop]);
    await client.query(
      "insert into co_purchase_moves (shop, product_id, moves) select $1, id, moves from json_to_recordset($2::json) as x(id bigint, moves jsonb)",
      [shop, JSON.stringify([...found].map(([id, moves]) => ({ id, moves })))],
    );
    await client.query("update co_purchase_shops set moves_counted_at = $2 where shop = $1", [shop, now]);
  });
  return found.size;
}

async function readSoldPeriods(shop: ShopId): Promise<Map<number, SoldPeriod>> {
  const { rows } = await pool.query<{ id: number; from: Date; until: Date }>(
    `select product_id as id, min(day)::timestamp at time zone 'UTC' as from, (max(day) + 1)::timestamp at time zone 'UTC' as until
     from product_days where shop = $1 group by product_id`,
    [shop],
  );
  return new Map(rows.map(({ id, from, until }) => [id, { from, until }]));
}

interface OrderRow {
  customer_key: string;
  order_id: number;
  bought_at: Date;
  product_ids: number[];
}

/** All purchases of one known customer after another, read some thousands at a time. */
async function* eachCustomer(shop: ShopId): AsyncGenerator<DatedPurchase[], void, undefined> {
  let key = "";
  let orderId = 0;
  let purchases: DatedPurchase[] = [];
  for (;;) {
    const { rows } = await pool.query<OrderRow>({
      name: "orders-by-customer",
      text: `select customer_key, order_id, bought_at, product_ids from counted_orders
             where shop = $1 and customer_key >= $2 and (customer_key, order_id) > ($2, $3) order by customer_key, order_id limit $4`,
      values: [shop, key, orderId, pageSize],
    });
    for (const row of rows) {
      if (row.customer_key !== key && purchases.length > 0) {
        yield purchases;
        purchases = [];
      }
      key = row.customer_key;
      orderId = row.order_id;
      purchases.push({ boughtAt: row.bought_at, productIds: row.product_ids });
    }
    if (rows.length < pageSize) break;
  }
  if (purchases.length > 0) yield purchases;
}

/** What the rows of `co_purchase_moves` hold, by product; throws when it does not fit, which is a bug. */
export function parseMoves(rows: readonly { id: number; moves: unknown }[]): Map<number, MoveUp[]> {
  return new Map(rows.map(({ id, moves }) => [id, Moves.parse(moves)]));
}
