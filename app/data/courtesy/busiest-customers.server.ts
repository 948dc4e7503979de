import type { Encounter } from "../../domain/courtesy/history";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { encounterJson, parseEncounter } from "./encounters.server";

/** The work stays the same however much a shop sells: so many of the newest offers are looked at, of so many customers. */
const mostLookedAt = 20_000;

/** What the customers saw who saw most offers since then, each oldest first, the busiest customer first; empty when nobody saw any. */
export async function listBusiestCustomers(shop: ShopId, since: Date, limit: number): Promise<{ customerKey: string; encounters: Encounter[] }[]> {
  const { rows } = await pool.query<{ customer_key: string; encounters: unknown[] }>(
    `with recent as materialized (
       select d.id, d.customer_key from decisions d
       where d.shop = $1 and d.decided_at >= $2 and d.outcome = 'offered' and d.impression_at is not null and d.customer_key is not null
       order by d.decided_at desc limit $3
     ), busiest as materialized (
       select customer_key, count(*) as offers from recent group by customer_key order by offers desc, customer_key limit $4
     )
     select b.customer_key, jsonb_agg(${encounterJson} order by d.decided_at, d.id) as encounters
     from busiest b join recent r on r.customer_key = b.customer_key
     join decisions d on d.shop = $1 and d.id = r.id
     left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     group by b.customer_key, b.offers order by b.offers desc, b.customer_key`,
    [shop, since, mostLookedAt, limit],
  );
  return rows.map((row) => ({ customerKey: row.customer_key, encounters: row.encounters.map(parseEncounter) }));
}
