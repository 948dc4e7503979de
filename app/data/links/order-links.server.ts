import type { PoolClient } from "pg";
import type { LinkPlacement } from "../../domain/links/order-code";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Notes which order a code opens; a repetition changes nothing. */
export async function insertOrderLink(shop: ShopId, codeHash: Buffer, orderId: number, placement: LinkPlacement, now: Date): Promise<void> {
  await pool.query(
    `insert into order_links (shop, code_hash, order_id, placement, made_at) values ($1, $2, $3, $4, $5)
     on conflict (shop, order_id, placement) do update set code_hash = excluded.code_hash where order_links.code_hash <> excluded.code_hash`,
    [shop, codeHash, orderId, placement, now],
  );
}

export async function findOrderLink(shop: ShopId, codeHash: Buffer): Promise<{ orderId: number; placement: LinkPlacement } | null> {
  const { rows } = await pool.query<{ order_id: number; placement: LinkPlacement }>({
    name: "find_order_link",
    text: "select order_id, placement from order_links where shop = $1 and code_hash = $2",
    values: [shop, codeHash],
  });
  const [row] = rows;
  return row ? { orderId: row.order_id, placement: row.placement } : null;
}

/** After a redaction a printed code opens nothing. */
export async function forgetOrderLinks(shop: ShopId, orderIds: readonly number[], client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("delete from order_links where shop = $1 and order_id = any($2::bigint[])", [shop, orderIds]);
}
