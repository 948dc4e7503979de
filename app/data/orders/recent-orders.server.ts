import type { SampleOrder } from "../../domain/preview/contract";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

interface Row {
  id: number;
  name: string;
  processed_at: Date;
  total_minor: number;
  currency: string;
  titles: string[];
  lines: number;
}

/** The newest orders with products in them, cancelled and test orders left out; of whom they are is not read. */
export async function listRecentOrders(shop: ShopId, limit: number): Promise<SampleOrder[]> {
  const { rows } = await pool.query<Row>({
    name: "recent-orders",
    text: `select o.id, o.name, o.processed_at, o.total_minor, o.currency, l.titles, l.lines
             from orders o
             cross join lateral (
               select (array_agg(title order by id))[1:2] as titles, count(*)::int as lines
                 from order_lines where shop = $1 and order_id = o.id and product_id is not null
             ) l
            where o.shop = $1 and o.cancelled_at is null and not o.test and l.lines > 0
            order by o.processed_at desc, o.id desc limit $2`,
    values: [shop, limit],
  });
  return rows.map((row) => ({
    id: row.id, name: row.name, processedAt: row.processed_at.toISOString(), totalMinor: row.total_minor, currency: row.currency, titles: row.titles, lines: row.lines,
  }));
}
