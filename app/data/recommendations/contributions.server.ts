import pg from "pg";
import type { PoolClient } from "pg";
import type { CountedOrder } from "../../domain/recommendations/count-batch";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

interface Row {
  order_id: number;
  customer_key: string | null;
  product_ids: number[];
  bought_at: Date;
}

/** A query may take five minutes and the lock be held for longer: it is waited for in pieces. */
const waitMs = 60_000;
const mostWaits = 30;
const lockNotAvailable = "55P03";

/**
 * Counts of one shop change one transaction after another; whoever came first has them first. Throws after half an hour,
 * so that the job is tried again later.
 */
export async function lockCounts(shop: ShopId, client: Queryable, pieceMs = waitMs): Promise<void> {
  for (let wait = 1; ; wait += 1) {
    await client.query(`savepoint before_counts; set local lock_timeout = ${String(pieceMs)}`);
    try {
      await client.query("select pg_advisory_xact_lock(hashtextextended('counts ' || $1, 0))", [shop]);
      await client.query("set local lock_timeout = 0; release savepoint before_counts");
      return;
    } catch (thrown) {
      if (wait === mostWaits || !(thrown instanceof pg.DatabaseError) || thrown.code !== lockNotAvailable) throw thrown;
      await client.query("rollback to savepoint before_counts");
    }
  }
}

const mirrored = `
  select o.id as order_id, o.customer_key, o.processed_at as bought_at, array_agg(distinct l.product_id order by l.product_id) as product_ids
  from orders o join order_lines l on l.shop = o.shop and l.order_id = o.id
  where o.shop = $1 and o.cancelled_at is null and not o.test and l.product_id is not null and l.current_quantity > 0`;

/** What these orders are to contribute as the mirror holds them now; cancelled, test and empty orders contribute nothing. */
export async function listMirroredContributions(shop: ShopId, orderIds: readonly number[], client: Queryable): Promise<CountedOrder[]> {
  const { rows } = await client.query<Row>({ name: "mirrored_contributions", text: `${mirrored} and o.id = any($2::bigint[]) group by o.shop, o.id`, values: [shop, orderIds] });
  return rows.map(countedOrder);
}

/** A page of all orders that contribute, by id. */
export async function listAllContributions(shop: ShopId, afterId: number, limit: number, client: Queryable): Promise<CountedOrder[]> {
  const { rows } = await client.query<Row>(
    `${mirrored} and o.id > $2 and o.id <= (select max(id) from (select id from orders where shop = $1 and id > $2 order by id limit $3) page)
     group by o.shop, o.id order by o.id`,
    [shop, afterId, limit],
  );
  return rows.map(countedOrder);
}

/** The id of the last order of that page, whether it contributes or not; null when there is none. */
export async function lastIdOfPage(shop: ShopId, afterId: number, limit: number, client: Queryable): Promise<number | null> {
  const { rows } = await client.query<{ last: number | null }>(
    "select max(id) as last from (select id from orders where shop = $1 and id > $2 order by id limit $3) page",
    [shop, afterId, limit],
  );
  return rows[0]?.last ?? null;
}

/** A page of all that is noted, by order. */
export async function listNoted(shop: ShopId, afterId: number, limit: number, client: Queryable): Promise<CountedOrder[]> {
  const { rows } = await client.query<Row>({
    name: "noted_orders",
    text: "select order_id, customer_key, product_ids, bought_at from counted_orders where shop = $1 and order_id > $2 order by order_id limit $3",
    values: [shop, afterId, limit],
  });
  return rows.map(countedOrder);
}

/** What these orders, and all others of these customers, contribute to the counts now. */
export async function listCounted(shop: ShopId, orderIds: readonly number[], customerKeys: readonly string[], client: Queryable): Promise<CountedOrder[]> {
  const { rows } = await client.query<Row>({
    name: "counted_orders",
    text: `select order_id, customer_key, product_ids, bought_at from counted_orders where shop = $1 and order_id = any($2::bigint[])
           union select order_id, customer_key, product_ids, bought_at from counted_orders where shop = $1 and customer_key = any($3::text[])`,
    values: [shop, orderIds, customerKeys],
  });
  return rows.map(countedOrder);
}

/** Replaces what is noted of these orders. */
export async function saveCounted(shop: ShopId, orderIds: readonly number[], orders: readonly CountedOrder[], client: Queryable): Promise<void> {
  await client.query({ name: "clear_counted", text: "delete from counted_orders where shop = $1 and order_id = any($2::bigint[])", values: [shop, orderIds] });
  await insertCounted(shop, orders, client);
}

/** Notes what orders contribute of which nothing is noted. */
export async function insertCounted(shop: ShopId, orders: readonly CountedOrder[], client: Queryable): Promise<void> {
  await client.query({
    name: "save_counted",
    text: `insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at)
           select $1, order_id, customer_key, product_ids, bought_at
           from json_to_recordset($2::json) as x(order_id bigint, customer_key text, product_ids bigint[], bought_at timestamptz)`,
    values: [shop, JSON.stringify(orders.map((order) => ({
      order_id: order.orderId, customer_key: order.customerKey, product_ids: order.productIds, bought_at: order.boughtAt,
    })))],
  });
}

function countedOrder(row: Row): CountedOrder {
  return { orderId: row.order_id, customerKey: row.customer_key, productIds: row.product_ids, boughtAt: row.bought_at };
}
