import type { PoolClient } from "pg";
import type { DueDays } from "../../domain/reorders/segment-fields";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

export interface HandOver {
  isOn: boolean;
  /** As Shopify spells it; null while Shopify has not been told of the fields. */
  namespace: string | null;
  switchedBy: number | null;
  switchedAt: Date;
  problem: string | null;
  /** How many customers' fields stand at Shopify. */
  told: number;
}

/** Null where it was never switched on. */
export async function findHandOver(shop: ShopId): Promise<HandOver | null> {
  const { rows } = await pool.query<HandOver>(
    `select is_on as "isOn", namespace, switched_by as "switchedBy", switched_at as "switchedAt", problem, told from reorder_hand_overs where shop = $1`,
    [shop],
  );
  return rows[0] ?? null;
}

/** A walk that is under way ends at its next page, and the next one begins anew. */
export async function switchHandOver(shop: ShopId, isOn: boolean, switchedBy: number, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `insert into reorder_hand_overs (shop, is_on, switched_by, switched_at) values ($1, $2, $3, $4)
       on conflict (shop) do update set is_on = excluded.is_on, switched_by = excluded.switched_by, switched_at = excluded.switched_at, problem = null`,
      [shop, isOn, switchedBy, now],
    );
    await client.query("delete from reorder_walks where shop = $1 and kind = 'hand-over'", [shop]);
  });
}

export async function saveNamespace(shop: ShopId, namespace: string): Promise<void> {
  await pool.query("update reorder_hand_overs set namespace = $2 where shop = $1", [shop, namespace]);
}

/** What staff are told of; null when all is well. */
export async function saveHandOverProblem(shop: ShopId, problem: string | null): Promise<void> {
  await pool.query("update reorder_hand_overs set problem = $2 where shop = $1 and problem is distinct from $2", [shop, problem]);
}

/** Shops where it is on, or where Shopify was told of somebody and is to forget it. */
export async function listShopsToHandOver(): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    `select h.shop from reorder_hand_overs h join shops s on s.shop = h.shop
     where s.uninstalled_at is null and (h.is_on or exists (select from reorders_told t where t.shop = h.shop)) order by 1`,
  );
  return rows.map(({ shop }) => shop);
}

export interface ToTell {
  customerKey: string;
  dues: DueDays[];
  /** What Shopify was told last; null for nothing. */
  given: string | null;
  /** A return or dispute is open. */
  hasOpenCase: boolean;
}

/** The next customers by key for whom something is due, or of whom Shopify was told. Guests are nobody that a segment holds. */
export async function listToTell(shop: ShopId, after: string | null, limit: number): Promise<ToTell[]> {
  const { rows } = await pool.query<ToTell>({
    name: "reorders_to_tell",
    text: `with page as materialized (
             select customer_key from (
               (select distinct customer_key from reorder_dues where shop = $1 and customer_key > coalesce($2, '') and customer_key like 'c:%' order by 1 limit $3)
               union (select customer_key from reorders_told where shop = $1 and customer_key > coalesce($2, '') order by 1 limit $3)
             ) either order by customer_key limit $3
           )
           select p.customer_key as "customerKey", t.given,
             coalesce((select jsonb_agg(jsonb_build_object('productId', d.product_id, 'dueFrom', d.due_from, 'dueUntil', d.due_until)) from reorder_dues d
                       where d.shop = $1 and d.customer_key = p.customer_key), '[]') as dues,
             exists (select from orders o join service_cases c on c.shop = o.shop and c.order_id = o.id where o.shop = $1 and o.customer_key = p.customer_key and c.closed_at is null) as "hasOpenCase"
           from page p left join reorders_told t on t.shop = $1 and t.customer_key = p.customer_key order by p.customer_key`,
    values: [shop, after, limit],
  });
  return rows;
}

export async function countToTell(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) from (
       select customer_key from reorder_dues where shop = $1 and customer_key like 'c:%' union select customer_key from reorders_told where shop = $1
     ) either`,
    [shop],
  );
  return rows[0]?.count ?? 0;
}

export async function forgetTold(shop: ShopId, customerKeys: readonly string[], client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("delete from reorders_told where shop = $1 and customer_key = any($2::text[])", [shop, customerKeys]);
}

/** Notes what Shopify has now; null: nothing any more. */
export async function recordTold(shop: ShopId, told: readonly { customerKey: string; given: string | null }[], now: Date): Promise<void> {
  const gone = told.filter(({ given }) => given === null).map(({ customerKey }) => customerKey);
  const kept = told.filter(({ given }) => given !== null);
  if (gone.length > 0) await pool.query("delete from reorders_told where shop = $1 and customer_key = any($2::text[])", [shop, gone]);
  if (kept.length === 0) return;
  await pool.query(
    `insert into reorders_told (shop, customer_key, given, told_at)
     select $1, "customerKey", given, $3 from json_to_recordset($2::json) as x("customerKey" text, given text) order by 2
     on conflict (shop, customer_key) do update set given = excluded.given, told_at = excluded.told_at`,
    [shop, JSON.stringify(kept), now],
  );
}
