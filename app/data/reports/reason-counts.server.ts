import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { Span } from "../../domain/reports/rolled-span";
import { mainReasonSql } from "./main-reason";
import { rolledQuarters, sourcesOf } from "./rolled-up.server";

export interface ReasonCount {
  /** "chosen", a general reason, or the reason of the first candidate. */
  reason: string;
  orders: number;
}

/** First decisions of purchases in a span whose order has arrived, by their one reason, most first. */
export async function countReasons(shop: ShopId, span: Span, currency: string): Promise<ReasonCount[]> {
  const { rolled, changed, starts, ends } = await sourcesOf(shop, span, currency);
  const { rows } = await pool.query<ReasonCount>(
    `select reason, sum(orders)::int as orders
     from (
       select r.key as reason, r.value::int as orders from (select reasons from ${rolledQuarters({ from: "$4", to: "$5", changed: "$6" })}) q, jsonb_each_text(q.reasons) r
       union all
       select ${mainReasonSql}, 1 from unnest($2::timestamptz[], $3::timestamptz[]) as span(starts, ends)
       cross join lateral (select * from decisions where shop = $1 and decided_at >= span.starts and decided_at < span.ends and step = 1 and order_id is not null and not is_test offset 0) d
     ) parts group by 1 order by 2 desc, 1`,
    [shop, starts, ends, rolled?.from ?? null, rolled?.to ?? null, changed],
  );
  return rows;
}
