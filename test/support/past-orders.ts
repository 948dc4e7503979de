import type { ShopId } from "../../app/domain/shops/shop-id";
import { pool } from "../../app/data/database.server";

export interface PastOrderParts {
  id: number;
  at: Date;
  customerKey?: string | null;
  gateways?: string[];
  sourceName?: string;
  totalMinor?: number;
  lines?: Array<{ id: number; productId: number; totalMinor?: number }>;
}

/** Orders as the mirror holds them; by card in the online store unless told otherwise. */
export async function addPastOrder(shop: ShopId, parts: PastOrderParts): Promise<void> {
  const { id, at, customerKey = "c:1", gateways = ["shopify_payments"], sourceName = "web", totalMinor = 2_500, lines = [{ id: 1, productId: 100 }] } = parts;
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
     values ($1, $2::bigint, '#' || $2::bigint, 'token-' || $2::bigint, $3, 'GBP', 'GB', $4, $5, '{}', $6, $6, $7, $7, $7)`,
    [shop, id, customerKey, sourceName, gateways, totalMinor, at],
  );
  for (const line of lines) {
    await pool.query(
      `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
       values ($1, $2, $3, $4::bigint, $4::bigint * 10 + 1, 'Item', 1, 1, $5, $5)`,
      [shop, id, line.id, line.productId, line.totalMinor ?? 2_500],
    );
  }
}

export const dayMs = 86_400_000;

let lastId = 1_000;

/** Orders of one product by one customer, each so many days before `now`; their ids. */
export async function addOrdersAgo(shop: ShopId, customerKey: string, daysAgo: readonly number[], now: Date, productId = 100): Promise<number[]> {
  const ids: number[] = [];
  for (const days of daysAgo) {
    const id = (lastId += 1);
    await addPastOrder(shop, { id, at: new Date(now.getTime() - days * dayMs), customerKey, lines: [{ id: 1, productId }] });
    ids.push(id);
  }
  return ids;
}

interface ManyOrders {
  orders: number;
  linesPerOrder: number;
  products: number;
  customers: number;
  /** The ids begin after it. */
  firstId?: number;
}

/** The products of such orders, as they are sold: ids from 1 on, with a variant of ten times the id; those that are there already stay. */
export async function addSoldProducts(shop: ShopId, products: number): Promise<void> {
  await pool.query(
    `insert into products (shop, id, title, handle, vendor, product_type, status, tags, collection_ids, is_gift_card, published_at, source_at, observed_at)
     select $1, id, 'Product ' || id, 'product-' || id, 'Maker', 'Gift', 'active', '{}', '{}', false, now() - interval '1 day', now(), now() from generate_series(1, $2::bigint) id on conflict do nothing`,
    [shop, products],
  );
  await pool.query(
    `insert into variants (shop, id, product_id, title, position, price_minor, inventory_quantity, stock_limited)
     select $1, id * 10, id, 'Default Title', 1, 1000, 10, true from generate_series(1, $2::bigint) id on conflict do nothing`,
    [shop, products],
  );
}

/** Many orders at once, a minute apart, the newest on 1 November 2026. */
export async function addManyOrders(shop: ShopId, { orders, linesPerOrder, products, customers, firstId = 0 }: ManyOrders): Promise<void> {
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
     select $1, n, '#' || n, 'many-' || n, 'c:' || (n * 7919 % $3::bigint + 1), 'GBP', 'GB', 'web', '{shopify_payments}', '{}', 1000 * $4::bigint, 1000 * $4::bigint, at, at, at
     from (select $5::bigint + n as n, timestamptz '2026-11-01' - ($2::int - n) * interval '1 minute' as at from generate_series(1, $2::int) n) made`,
    [shop, orders, customers, linesPerOrder, firstId],
  );
  await pool.query(
    `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor)
     select $1, n, line, (n * 31 + line * 17) % $4::bigint + 1, (n * 31 + line * 17) % $4::bigint + 1, 'Item', 1, 1, 1000, 1000
     from generate_series($5::bigint + 1, $5::bigint + $2::bigint) n, generate_series(1, $3::int) line`,
    [shop, orders, linesPerOrder, products, firstId],
  );
  await pool.query("vacuum (analyze) orders, order_lines");
}
