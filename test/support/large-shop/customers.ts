import { shelf } from "./catalogue";
import type { LargeShop, Statement } from "./fill";
import { firstId } from "./fill";

const tags = "{wholesale,VIP,newsletter,press,friends of the house,returns often,local pickup,2025 fair}";

/** Customers' tags, what some of them are due to buy again in the coming weeks, and segments switched on. */
export function customerStatements({ orders }: LargeShop): Statement[] {
  const dues = Math.ceil(orders / 20);
  return [
    {
      sql: `insert into customer_tags (shop, customer_key, tags, observed_at)
        select $1, 'c:' || n, array[('${tags}'::text[])[n % 8 + 1]], $2 from generate_series(1, $3::bigint / 8) n on conflict do nothing`,
      values: [orders],
    },
    { sql: "delete from customer_tag_counts where shop = $1" },
    { sql: "insert into customer_tag_counts (shop, tag, customers) select $1, tag, count(*) from customer_tags, unnest(tags) tag where shop = $1 group by tag" },
    {
      sql: `with ${shelf}
        insert into reorder_dues (shop, customer_key, product_id, due_from, due_on, due_until, times_bought, last_order_id, last_bought_at)
        select $1, case when n % 6 = 0 then 'g:' || md5(n::text) else 'c:' || n end, one.product_id, day - 4, day, day + 6, 2 + n % 5, ${firstId} + n, $2::timestamptz - interval '40 days'
        from (select n, $2::date + (n * 60 / $3::bigint)::int as day from generate_series(1, $3::bigint) n) made
        join shelf one on one.place = n * 29 % least(40, (select count(*) from shelf)) on conflict do nothing`,
      values: [dues],
    },
    { sql: "delete from reorder_weeks where shop = $1" },
    {
      sql: `insert into reorder_weeks (shop, product_id, week, dues)
        select $1, coalesce(product_id, 0), coalesce(week, '-infinity'), count(*) from (select product_id, date_trunc('week', due_on)::date as week from reorder_dues where shop = $1) d
        group by cube (product_id, week)`,
    },
    { sql: "insert into reorder_walks (shop, kind, customers_total, customers_done, started_at, finished_at) select $1, kind, 800, 800, $2, $2 from unnest('{dues,hand-over}'::text[]) kind on conflict do nothing" },
    { sql: "insert into reorders_told (shop, customer_key, given, told_at) select $1, customer_key, '{}', $2 from reorder_dues where shop = $1 and customer_key like 'c:%' on conflict do nothing" },
    {
      sql: `insert into reorder_hand_overs (shop, is_on, namespace, switched_at, told) values ($1, true, 'app--1--encore', $2, (select count(*) from reorders_told where shop = $1))
        on conflict (shop) do update set is_on = true, namespace = excluded.namespace, told = excluded.told`,
    },
  ];
}
