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

const withTitles = `select o.id, o.name, o.processed_at, o.total_minor, o.currency, l.titles, l.lines
             from orders o
             cross join lateral (
               select (array_agg(title order by id))[1:2] as titles, count(*)::int as lines
                 from order_lines where shop = $1 and order_id = o.id and product_id is not null
             ) l
            where o.shop = $1 and l.lines > 0`;

/** The newest orders with products in them, cancelled and test orders left out; of whom they are is not read. */
export async function listRecentOrders(shop: ShopId, limit: number): Promise<SampleOrder[]> {
  const { rows } = await pool.query<Row>({
    name: "recent-orders",
    text: `${withTitles} and o.cancelled_at is null and not o.test order by o.processed_at desc, o.id desc limit $2`,
    values: [shop, limit],
  });
  return rows.map(sampleOf);
}

/** The newest order of this name ("#1001", with or without "#") that has products in it; null when the mirror has none. */
export async function findSampleOrder(shop: ShopId, name: string): Promise<SampleOrder | null> {
  const { rows: [row] } = await pool.query<Row>({
    name: "sample-order",
    text: `${withTitles} and o.name = any($2) order by o.processed_at desc limit 1`,
    values: [shop, [name, `#${name}`]],
  });
  return row ? sampleOf(row) : null;
}

function sampleOf(row: Row): SampleOrder {
  return { id: row.id, name: row.name, processedAt: row.processed_at.toISOString(), totalMinor: row.total_minor, currency: row.currency, titles: row.titles, lines: row.lines };
}
