import { shelf } from "./catalogue";
import type { LargeShop, Statement } from "./fill";
import { firstId, slices } from "./fill";

/** SQL: when the nth newest of so many orders ($3) was placed. Over two years, as the app counts them. */
export const placedAt = "$2::timestamptz - (n - 0.5) * interval '730 days' / $3::bigint";
/** SQL: who placed it; four orders a customer. */
export const customerOf = "'c:' || (n * 7919 % ($3::bigint / 4 + 1) + 1)";

/** Orders of two lines, counted as bought together, with what the counts hold; the number 1 is the newest. */
export function orderStatements({ orders }: LargeShop): Statement[] {
  const ranged = (sql: string): Statement[] => slices(orders).map(([from, to]) => ({ sql, values: [orders, from, to] }));
  const numbers = "from generate_series($4::bigint, $5::bigint) n";
  const lines = `select n, line, one.* ${numbers} cross join generate_series(1, 2) line join shelf one on one.place = (n * 31 + line * 17 * (n % 5 + 1)) % (select count(*) from shelf)`;
  return [
    ...ranged(
      `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways, discount_codes, subtotal_minor, total_minor, financial_status, processed_at, source_at, observed_at)
       select $1, ${firstId} + n, '#L' || n, 'large-' || n, ${customerOf}, (select currency from shops where shop = $1), (array['GB','DE','FR','US'])[n % 4 + 1], 'web', '{shopify_payments}', '{}',
         2000 + n * 37 % 9000, 2000 + n * 37 % 9000, 'paid', ${placedAt}, ${placedAt}, ${placedAt}
       ${numbers} on conflict do nothing`),
    ...ranged(
      `with ${shelf}
       insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
       select $1, ${firstId} + n, line, product_id, variant_id, title, 1, 1, price_minor, price_minor from (${lines}) made where $2::timestamptz is not null and $3::bigint > 0 on conflict do nothing`),
    ...ranged(
      `with ${shelf}
       insert into counted_orders (shop, order_id, customer_key, product_ids, bought_at)
       select $1, ${firstId} + n, ${customerOf}, array_agg(distinct product_id), ${placedAt} from (${lines}) made group by n on conflict do nothing`),
    ...counts.map((sql) => ({ sql })),
  ];
}

/** As `build-counts` leaves them, by group: figures that do not matter here are simple. */
const counts = [
  "delete from co_purchase_products where shop = $1",
  `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, typical_days, gaps)
   select $1, id, count(*) * 1048576, count(*), count(*), count(distinct customer_key), count(*) - count(distinct customer_key), (count(*) - count(distinct customer_key)) / 2, 40, 0
   from counted_orders, unnest(product_ids) id where shop = $1 group by id`,
  "delete from co_purchase_shops where shop = $1",
  `insert into co_purchase_shops (shop, weight, orders, threshold, median_gap, built_at)
   select $1, count(*) * 1048576, count(*), -12, 40, now() from counted_orders where shop = $1`,
  "delete from co_purchase_pairs where shop = $1",
  `insert into co_purchase_pairs (shop, first_id, second_id, weight, orders, customers)
   select $1, product_ids[1], product_ids[2], count(*) * 1048576, count(*), count(distinct customer_key) from counted_orders where shop = $1 and cardinality(product_ids) = 2 group by 2, 3`,
  "delete from product_days where shop = $1",
  `insert into product_days (shop, day, product_id, orders)
   select $1, (bought_at at time zone 'utc')::date, id, count(*) from counted_orders, unnest(product_ids) id where shop = $1 group by 2, 3`,
];
