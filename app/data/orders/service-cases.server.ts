import type { PoolClient } from "pg";
import type { MirroredCase } from "../../domain/orders/service-case";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { lockOrders } from "./orders.server";

/** A case's state, and when Shopify sent it or was asked for it. */
export interface ObservedCase {
  state: MirroredCase;
  observedAt: Date;
}

/** Writes cases unless a newer state is held; orders that Shopify deleted have none. Repeating it changes nothing. */
export async function saveCases(shop: ShopId, cases: readonly ObservedCase[]): Promise<void> {
  if (cases.length > 0) await inTransaction((client) => writeCases(shop, cases, client));
}

async function writeCases(shop: ShopId, cases: readonly ObservedCase[], client: PoolClient): Promise<void> {
  await lockOrders(shop, "write", client);
  // In one order everywhere, so that two writers never wait for each other.
  for (const { state, observedAt } of [...cases].sort((one, other) => one.state.id - other.state.id)) {
    await client.query({
      name: "save-case",
      text: `insert into service_cases as held (shop, kind, id, order_id, opened_at, closed_at, observed_at)
             select $1, $2, $3, $4, $5, $6, $8 where not exists (select from deleted_orders d where d.shop = $1 and d.id = $4)
             on conflict (shop, kind, id) do update set
               order_id = excluded.order_id, opened_at = excluded.opened_at, observed_at = excluded.observed_at,
               closed_at = case when $7 then coalesce(held.closed_at, excluded.closed_at) else excluded.closed_at end
             where held.observed_at <= excluded.observed_at`,
      values: [shop, state.kind, state.id, state.orderId, state.openedAt, state.closedAt, state.isCloseGuessed, observedAt],
    });
  }
}

/** Forgets a case that Shopify no longer has. */
export async function deleteCase(shop: ShopId, kind: MirroredCase["kind"], id: number): Promise<void> {
  await pool.query("delete from service_cases where shop = $1 and kind = $2 and id = $3", [shop, kind, id]);
}

export async function listOpenCases(shop: ShopId, kind: MirroredCase["kind"]): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>("select id from service_cases where shop = $1 and kind = $2 and closed_at is null order by id", [shop, kind]);
  return rows.map(({ id }) => id);
}
