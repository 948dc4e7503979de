import type { ShopId } from "../../app/domain/shops/shop-id";
import { pool } from "../../app/data/database.server";
import { refreshNeighbours, refreshThreshold } from "../../app/data/recommendations/refresh-neighbours.server";
import { withoutIndexes } from "../support/large-shop/fill";
import { addManyOrders } from "../support/past-orders";

interface LongPast {
  orders: number;
  products: number;
  customers: number;
}

/** Rows of one statement: what a statement of ten million keeps until its end would fill the disk. */
const slice = 1_000_000;
const linesPerOrder = 2;

/** Of them are the first orders of every such shop, however few those are. */
export const regular = { id: 1, orders: 500 };

/**
 * A shop's past as a decision finds it: the mirrored orders and their lines, what was decided, given back and complained of,
 * what is noted of each counted order, and the counts. These are written by group instead of order by order, which changes their figures a little and their rows not.
 */
export async function addLongPast(shop: ShopId, past: LongPast): Promise<void> {
  const write = async () => {
    await addOrders(shop, past);
    await addTraces(shop, past.orders);
  };
  if (past.orders < slice) await write();
  else await withoutTriggers(() => withoutIndexes(pool, written, write));
  for (const [text, values] of countStatements(shop, past.orders)) await pool.query(text, values);
  await pool.query(`vacuum (analyze) ${written.join(", ")}, co_purchase_products, co_purchase_pairs, product_days`);
  await refreshThreshold(shop);
  while ((await refreshNeighbours(shop, 100)) > 0);
}

const written = ["orders", "order_lines", "counted_orders", "decisions", "refund_lines", "service_cases"];

/** Foreign keys included, since rows refer to each other by construction: the database's user must be a superuser, as on the test server. */
async function withoutTriggers(work: () => Promise<void>): Promise<void> {
  for (const table of written) await pool.query(`alter table ${table} disable trigger all`);
  await work();
  for (const table of written) await pool.query(`alter table ${table} enable trigger all`);
}

const slicesOf = (orders: number) => Array.from({ length: Math.ceil(orders / slice) }, (_, index) => index * slice);

async function addTraces(shop: ShopId, orders: number): Promise<void> {
  for (const [table, id] of [["orders", "id"], ["counted_orders", "order_id"]] as const) {
    await pool.query(`update ${table} set customer_key = 'c:' || $3::bigint where shop = $1 and ${id} <= $2`, [shop, regular.orders, regular.id]);
  }
  for (const firstId of slicesOf(orders)) for (const text of traces) await pool.query(text, [shop, firstId, firstId + slice]);
}

/** One order in ten was shown an offer, of which the shop has one at least; one in twenty gave something back, one in two hundred a return. */
const traces = [
  `insert into decisions (shop, id, placement, reference_id, step, order_id, customer_key, outcome, offer_id, offer_version, facts, reasons, currency, decided_at, expires_at, impression_at)
   select $1, gen_random_uuid(), 'post-purchase', checkout_token, 1, id, customer_key, 'offered', (select id from offers where shop = $1 order by priority limit 1), 1, '{}', '{}', 'GBP',
     processed_at, processed_at + interval '30 minutes', processed_at
   from orders where shop = $1 and id > $2 and id <= $3 and id % 10 = 0`,
  `insert into refund_lines (shop, order_id, refund_id, line_id, quantity, subtotal_minor, refunded_at)
   select $1, id, id, 1, 1, 1000, processed_at + interval '3 days' from orders where shop = $1 and id > $2 and id <= $3 and id % 20 = 0`,
  `insert into service_cases (shop, kind, id, order_id, opened_at, closed_at, observed_at)
   select $1, 'return', id, id, processed_at + interval '3 days', processed_at + interval '9 days', processed_at + interval '9 days' from orders where shop = $1 and id > $2 and id <= $3 and id % 200 = 0`,
];

async function addOrders(shop: ShopId, { orders, products, customers }: LongPast): Promise<void> {
  for (const firstId of slicesOf(orders)) {
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
