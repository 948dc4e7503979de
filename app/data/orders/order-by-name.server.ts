import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface NamedOrder {
  id: number;
  name: string;
  customerKey: string | null;
  countryCode: string | null;
  sourceName: string;
  gateways: string[];
  currency: string;
  totalMinor: number;
  test: boolean;
  processedAt: Date;
  /** Encore was asked about it. */
  hasDecision: boolean;
}

/** The newest order of this name ("#1001", with or without "#"); null when the mirror has none. */
export async function findOrderByName(shop: ShopId, name: string): Promise<NamedOrder | null> {
  const { rows } = await pool.query<NamedOrder>(
    `select id, name, customer_key as "customerKey", country_code as "countryCode", source_name as "sourceName", gateways, currency,
            total_minor as "totalMinor", test, processed_at as "processedAt",
            exists (select from decisions d where d.shop = $1 and d.order_id = o.id) as "hasDecision"
     from orders o where shop = $1 and name = any($2) order by processed_at desc limit 1`,
    [shop, [name, `#${name}`]],
  );
  return rows[0] ?? null;
}
