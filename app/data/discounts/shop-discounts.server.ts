import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

/** `function`: lines carry the signed offer. `codes`: each claim has a code besides. */
export type DiscountMethod = "function" | "codes";

export interface ShopDiscount {
  method: DiscountMethod;
  nodeId: number | null;
  givenHash: string | null;
  checkedAt: Date | null;
  problem: string | null;
}

/** What a shop that nothing is known of has: the Function, and no discount at Shopify yet. */
export async function findShopDiscount(shop: ShopId): Promise<ShopDiscount> {
  const { rows } = await pool.query<ShopDiscount>(
    `select method, node_id as "nodeId", given_hash as "givenHash", checked_at as "checkedAt", problem from shop_discounts where shop = $1`,
    [shop],
  );
  return rows[0] ?? { method: "function", nodeId: null, givenHash: null, checkedAt: null, problem: null };
}

export async function saveDiscountMethod(shop: ShopId, method: DiscountMethod): Promise<void> {
  await pool.query(
    "insert into shop_discounts (shop, method) values ($1, $2) on conflict (shop) do update set method = excluded.method",
    [shop, method],
  );
}

/** What was found or made at Shopify; the method stays as it is. */
export async function saveDiscountState(shop: ShopId, state: Omit<ShopDiscount, "method">): Promise<void> {
  await pool.query(
    `insert into shop_discounts (shop, node_id, given_hash, checked_at, problem) values ($1, $2, $3, $4, $5)
     on conflict (shop) do update set node_id = $2, given_hash = $3, checked_at = $4, problem = $5`,
    [shop, state.nodeId, state.givenHash, state.checkedAt, state.problem],
  );
}

/** Ids of claims that orders hold and that are not over yet, the latest first. */
export async function listRedeemedClaims(shop: ShopId, now: Date, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from offer_claims where shop = $1 and order_id is not null and expires_at > $2 order by claimed_at desc, id desc limit $3`,
    [shop, now, limit],
  );
  return rows.map(({ id }) => id);
}

/** A variant's price now in the mirror, minor units of the shop's currency; null for one that is not there. */
export async function findVariantPrice(shop: ShopId, variantId: number): Promise<number | null> {
  const { rows } = await pool.query<{ price: number }>("select price_minor as price from variants where shop = $1 and id = $2", [shop, variantId]);
  return rows[0]?.price ?? null;
}

/** One process at a time looks after a shop's discount; false when another is at it. */
export async function withDiscountLock(shop: ShopId, work: () => Promise<void>): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine", [`discount ${shop}`]);
    if (!rows[0]?.mine) return false;
    await work();
    return true;
  });
}
