import type { PoolClient } from "pg";
import { ShopId } from "../../domain/shops/shop-id";
import { pool, prisma } from "../database.server";

export interface Installation {
  shop: ShopId;
  name: string;
  currency: string;
  timeZone: string;
  planName: string;
  isDevelopment: boolean;
  isPlus: boolean;
  scopes: readonly string[];
  installedAt: Date;
  uninstalledAt: Date | null;
  reconciledAt: Date | null;
}

export interface ShopDetails {
  name: string;
  currency: string;
  timeZone: string;
  planName: string;
  isDevelopment: boolean;
  isPlus: boolean;
}

type Queryable = Pick<PoolClient, "query">;

/** Null for a shop that never installed, or whose data is erased. */
export async function findShop(shop: ShopId): Promise<Installation | null> {
  const row = await prisma.shop.findUnique({ where: { shop } });
  return row && { ...row, shop: ShopId.parse(row.shop) };
}

export async function listInstalledShops(): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: string }>("select shop from shops where uninstalled_at is null order by shop");
  return rows.map((row) => ShopId.parse(row.shop));
}

/** Installed shops, those first whose buyers asked last; as many as `limit`. */
export async function listBusyShops(limit: number): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: string }>(
    `select s.shop from shops s
     left join lateral (select d.decided_at from decisions d where d.shop = s.shop order by d.decided_at desc limit 1) last on true
     where s.uninstalled_at is null order by last.decided_at desc nulls last, s.shop limit $1`,
    [limit],
  );
  return rows.map((row) => ShopId.parse(row.shop));
}

/** True when this made a new installation: the shop was unknown, or had uninstalled. */
export async function recordInstallation(shop: ShopId, scopes: readonly string[], now: Date, client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ fresh: boolean }>(
    `insert into shops (shop, scopes, installed_at) values ($1, $2, $3)
     on conflict (shop) do update set
       scopes = excluded.scopes,
       installed_at = case when shops.uninstalled_at is null then shops.installed_at else excluded.installed_at end,
       uninstalled_at = null
     returning installed_at = $3 as fresh`,
    [shop, scopes, now],
  );
  return rows[0]?.fresh ?? false;
}

/** False when the shop is not installed. */
export async function saveShopDetails(shop: ShopId, details: ShopDetails): Promise<boolean> {
  const { count } = await prisma.shop.updateMany({ where: { shop, uninstalledAt: null }, data: details });
  return count === 1;
}

export async function saveScopes(shop: ShopId, scopes: readonly string[]): Promise<void> {
  await prisma.shop.updateMany({ where: { shop }, data: { scopes: [...scopes] } });
}

/** Marks the shop and drops its sessions; an uninstallation older than the present installation changes nothing. */
export async function recordUninstallation(shop: ShopId, uninstalledAt: Date, client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    "update shops set uninstalled_at = $2 where shop = $1 and uninstalled_at is null and installed_at <= $2",
    [shop, uninstalledAt],
  );
  if (!rowCount) return false;
  await client.query("delete from sessions where shop = $1", [shop]);
  return true;
}

export async function saveReconciledAt(shop: ShopId, reconciledAt: Date): Promise<void> {
  await prisma.shop.updateMany({ where: { shop }, data: { reconciledAt } });
}
