import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Offers that were accepted from a time on and that their orders confirmed. */
export async function countAccepted(shop: ShopId, from: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: "count-accepted",
    text: "select count(*) from ledger_entries where shop = $1 and happened_at >= $2 and kind = 'accepted' and source_key not like '%#%'",
    values: [shop, from],
  });
  return rows[0]?.count ?? 0;
}

/** What was kept of everything accepted in a span, in a currency: for the example on the plan page. */
export async function sumKept(shop: ShopId, from: Date, to: Date, currency: string): Promise<{ keptMinor: number; taxMinor: number; orders: number }> {
  const { rows } = await pool.query<{ keptMinor: number; taxMinor: number; orders: number }>(
    `select coalesce(sum(e.kept), 0)::bigint as "keptMinor", count(distinct e.order_id) as orders,
            coalesce(sum(case when o.taxes_included and l.total_minor > 0 then round(e.kept::numeric * coalesce(l.tax_minor, 0) / l.total_minor) else 0 end), 0)::bigint as "taxMinor"
     from (select order_id, line_id, sum(amount_minor) as kept from ledger_entries
           where shop = $1 and happened_at >= $2 and happened_at < $3 and currency = $4 group by 1, 2) e
     left join orders o on o.shop = $1 and o.id = e.order_id
     left join order_lines l on l.shop = $1 and l.order_id = e.order_id and l.id = e.line_id`,
    [shop, from, to, currency],
  );
  return rows[0] ?? { keptMinor: 0, taxMinor: 0, orders: 0 };
}
