import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

export interface CouponPool {
  id: string;
  terms: string;
  endsAt: Date;
  firstCode: string;
  nodeId: number | null;
  bulkId: string | null;
}

export interface PoolProgress extends CouponPool {
  /** Waiting to be added at Shopify. */
  adding: number;
  /** Made, and given to nobody yet. */
  free: number;
  assigned: number;
}

const columns = `id, terms, ends_at as "endsAt", first_code as "firstCode", node_id as "nodeId", bulk_id as "bulkId"`;

/** The pool of these terms and this end, made when there is none; of two at once, both get the same. */
export async function openPool(shop: ShopId, { terms, endsAt, firstCode, now }: { terms: string; endsAt: Date; firstCode: string; now: Date }): Promise<CouponPool> {
  await pool.query(
    `insert into coupon_pools (shop, id, terms, ends_at, first_code, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (shop, terms, ends_at) do nothing`,
    [shop, uuidv7({ msecs: now.getTime() }), terms, endsAt, firstCode, now],
  );
  const { rows } = await pool.query<CouponPool>(`select ${columns} from coupon_pools where shop = $1 and terms = $2 and ends_at = $3`, [shop, terms, endsAt]);
  const [found] = rows;
  if (!found) throw new Error("The pool was erased meanwhile");
  return found;
}

/** SQL: pools of shop $1 with how far each has come. */
const progressOf = (which: string) => `
  select p.id, p.terms, p.ends_at as "endsAt", p.first_code as "firstCode", p.node_id as "nodeId", p.bulk_id as "bulkId",
         count(c.code) filter (where c.state = 'adding')::int as adding,
         count(c.code) filter (where c.state = 'ready' and c.decision_id is null)::int as free,
         count(c.code) filter (where c.decision_id is not null)::int as assigned
    from coupon_pools p left join coupons c on c.shop = p.shop and c.pool_id = p.id
   where p.shop = $1 and ${which}
   group by p.shop, p.id`;

/** Null when this shop has no such pool. */
export async function findPool(shop: ShopId, id: string): Promise<PoolProgress | null> {
  const { rows } = await pool.query<PoolProgress>(progressOf("p.id = $2"), [shop, id]);
  return rows[0] ?? null;
}

/** Pools that end after a moment, with how far each has come; the latest end first. */
export async function listPools(shop: ShopId, endsAfter: Date): Promise<PoolProgress[]> {
  const { rows } = await pool.query<PoolProgress>(`${progressOf("p.ends_at > $2")} order by p.ends_at desc, p.id limit 250`, [shop, endsAfter]);
  return rows;
}

/** The discount is there, and with it its first code. */
export async function savePoolNode(shop: ShopId, { id, firstCode }: CouponPool, nodeId: number): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("update coupon_pools set node_id = $3 where shop = $1 and id = $2", [shop, id, nodeId]);
    await client.query("insert into coupons (shop, code, pool_id, state) values ($1, $2, $3, 'ready') on conflict do nothing", [shop, firstCode, id]);
  });
}

/** Notes codes before Shopify is told of them, so that none is ever lost to an interruption. */
export async function addCoupons(shop: ShopId, poolId: string, codes: readonly string[]): Promise<void> {
  await pool.query(
    "insert into coupons (shop, code, pool_id, state) select $1, code, $2, 'adding' from unnest($3::text[]) as code on conflict do nothing",
    [shop, poolId, codes],
  );
}

/** Codes whose adding is not confirmed, a page at most. */
export async function listAdding(shop: ShopId, poolId: string, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ code: string }>(
    "select code from coupons where shop = $1 and pool_id = $2 and state = 'adding' order by code limit $3",
    [shop, poolId, limit],
  );
  return rows.map(({ code }) => code);
}

export async function saveBulk(shop: ShopId, poolId: string, bulkId: string | null): Promise<void> {
  await pool.query("update coupon_pools set bulk_id = $3 where shop = $1 and id = $2", [shop, poolId, bulkId]);
}

/** What Shopify made of codes: those that it has may be given away, those that it refused are forgotten. */
export async function settleCoupons(shop: ShopId, poolId: string, { made, refused }: { made: readonly string[]; refused: readonly string[] }): Promise<void> {
  await pool.query("update coupons set state = 'ready' where shop = $1 and pool_id = $2 and code = any($3::text[])", [shop, poolId, made]);
  await pool.query("delete from coupons where shop = $1 and pool_id = $2 and code = any($3::text[]) and state = 'adding'", [shop, poolId, refused]);
}

/** One worker at a time fills a pool; false when another is at it. The lock ends with the work. */
export async function withPoolLock(shop: ShopId, poolId: string, work: () => Promise<void>): Promise<boolean> {
  return inTransaction(async (client: PoolClient) => {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine", [`coupons ${shop} ${poolId}`]);
    if (!rows[0]?.mine) return false;
    await work();
    return true;
  });
}
