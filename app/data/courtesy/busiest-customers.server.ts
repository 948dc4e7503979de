import type { Encounter } from "../../domain/courtesy/history";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { encounterJson, parseEncounter } from "./encounters.server";

/** The work stays the same however much a shop sells: who was busiest is taken from so many of the newest decisions. */
const mostLookedAt = 10_000;
/** Of one customer; the limits of a policy lie far below. */
const mostOfEach = 200;

/** What the customers saw who saw most offers since then, each oldest first, the busiest customer first; empty when nobody saw any. */
export async function listBusiestCustomers(shop: ShopId, since: Date, limit: number): Promise<{ customerKey: string; encounters: Encounter[] }[]> {
  const isSeen = "d.outcome = 'offered' and d.impression_at is not null";
  const { rows } = await pool.query<{ customer_key: string; encounters: unknown[] }>(
    `with busiest as materialized (
       select d.customer_key from (select * from decisions where shop = $1 and decided_at >= $2 order by decided_at desc limit $3) d
       where ${isSeen} and d.customer_key is not null
       group by d.customer_key order by count(*) desc, d.customer_key limit $4
     )
     select b.customer_key, jsonb_agg(${encounterJson} order by d.decided_at, d.id) as encounters
     from busiest b cross join lateral (
       select * from decisions d where d.shop = $1 and d.customer_key = b.customer_key and d.decided_at >= $2 and ${isSeen} order by d.decided_at desc, d.id desc limit $5
     ) d
     left join lateral (select * from acceptances a where a.shop = d.shop and a.decision_id = d.id offset 0) a on true
     group by b.customer_key order by count(*) desc, b.customer_key`,
    [shop, since, mostLookedAt, limit, mostOfEach],
  );
  return rows.map((row) => ({ customerKey: row.customer_key, encounters: row.encounters.map(parseEncounter) }));
}
