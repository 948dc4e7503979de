import type { ShopId } from "../../app/domain/shops/shop-id";
import { pool } from "../../app/data/database.server";
import { refreshNeighbours, refreshThreshold } from "../../app/data/recommendations/refresh-neighbours.server";
import { addManyOrders } from "../support/past-orders";

interface LongPast {
  orders: number;
  products: number;
  customers: number;
}

/** Rows of one statement: what a statement of ten million keeps until its end would fill the disk. */
const slice = 1_000_000;
const linesPerOrder = 2;

/**
 * A shop's past as a decision finds it: the mirrored orders and their lines, what is noted of each counted order, and the
 * counts. These are written by group instead of order by order, which changes their figures a little and their rows not.
 */
export async function addLongPast(shop: ShopId, { orders, products, customers }: LongPast): Promise<void> {
  for (let firstId = 0; firstId < orders; firstId += slice) {
    const count = Math.min(slice, orders - firstId);
    await addManyOrders(shop, { orders: count, linesPerOrder, products, customers, firstId });
    await pool.query(
      `insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at)
       select $1, n, 'c:' || (n * 7919 % $4::bigint + 1), array[least(one, other), greatest(one, other)], timestamptz '2026-11-01' - (n % 525600) * interval '1 minute'
       from (select n, (n * 31 + 17) % $5::bigint + 1 as one, (n * 31 + 34) % $5::bigint + 1 as other
             from generate_series($2::bigint + 1, $2::bigint + $3::bigint) n) made`,
      [shop, firstId, count, customers, products],
    );
    if (orders > slice) console.log(`  ${(firstId + count).toLocaleString("en")} of ${orders.toLocaleString("en")} orders are there`);
  }
  for (const [text, values] of countStatements(shop, orders)) await pool.query(text, values);
  await pool.query("vacuum (analyze) counted_orders, co_purchase_products, co_purchase_pairs, product_days");
  await refreshThreshold(shop);
  while ((await refreshNeighbours(shop, 100)) > 0);
}

function countStatements(shop: ShopId, orders: number): [text: string, values: unknown[]][] {
  return [
    ["insert into co_purchase_shops (shop, weight, orders) values ($1, $2::bigint * 1048576, $2)", [shop, orders]],
    [
      `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, changed_at)
       select $1, id, count(*) * 1048576, count(*), count(*), count(*), 0, 0, now()
       from counted_orders, unnest(product_ids) id where shop = $1 group by id`,
      [shop],
    ],
    [
      `insert into co_purchase_pairs (shop, first_id, second_id, weight, orders, customers)
       select $1, product_ids[1], product_ids[2], count(*) * 1048576, count(*), count(*) from counted_orders where shop = $1 group by 2, 3`,
      [shop],
    ],
    [
      `insert into product_days (shop, day, product_id, orders)
       select $1, (bought_at at time zone 'utc')::date, id, count(*) from counted_orders, unnest(product_ids) id where shop = $1 group by 2, 3`,
      [shop],
    ],
  ];
}
