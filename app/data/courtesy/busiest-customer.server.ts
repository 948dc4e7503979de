import type { Encounter } from "../../domain/courtesy/history";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { encounterJson, parseEncounter } from "./encounters.server";

/** The offers that were shown since then to the customer who saw most of them, oldest first; empty when nobody saw any. */
export async function listBusiestCustomersEncounters(shop: ShopId, since: Date): Promise<{ customerKey: string | null; encounters: Encounter[] }> {
  const { rows } = await pool.query<{ customer_key: string; encounter: unknown }>(
    `select d.customer_key, ${encounterJson} as encounter
     from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     where d.shop = $1 and d.decided_at >= $2 and d.outcome = 'offered' and d.impression_at is not null
       and d.customer_key = (
         select customer_key from decisions
         where shop = $1 and decided_at >= $2 and outcome = 'offered' and impression_at is not null and customer_key is not null
         group by customer_key order by count(*) desc, customer_key limit 1)
     order by d.decided_at, d.id`,
    [shop, since],
  );
  return { customerKey: rows[0]?.customer_key ?? null, encounters: rows.map(({ encounter }) => parseEncounter(encounter)) };
}
