import { pool } from "../database.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { mainReasonSql } from "../reports/main-reason";

const batchSize = 2_000;

/**
 * Empties what decisions from before a time were made on and the reasons of their candidates, a batch at a time, going on
 * from where the last run ended. What was decided, when, its one reason and what came of it stay, so that no figure moves.
 * Returns how many were emptied.
 */
export async function emptyOldReasons(shop: ShopId, before: Date): Promise<number> {
  let emptied = 0;
  for (;;) {
    const { rows } = await pool.query<{ looked: number; emptied: number }>(
      `with batch as materialized (
         select d.id, d.decided_at from decisions d
         where d.shop = $1 and d.decided_at < $2 and d.decided_at >= coalesce((select reasons_emptied_to from shops where shop = $1), '-infinity') and not d.reasons ? 'main'
         order by d.decided_at limit $3
       ), emptied as (
         update decisions d set
           reasons = jsonb_build_object('general', d.reasons->'general', 'candidates', '[]'::jsonb, 'main', ${mainReasonSql}),
           facts = jsonb_build_object('referenceId', d.reference_id, 'currency', d.currency, 'countryCode', null, 'locale', '', 'totalMinor', 0,
             'lines', '[]'::jsonb, 'customerKey', null, 'priorOrders', null, 'discountCodes', null)
         where d.shop = $1 and d.id in (select id from batch) returning 1
       ), noted as (
         update shops set reasons_emptied_to = greatest(reasons_emptied_to, (select case when count(*) < $3 then $2 else max(decided_at) end from batch)) where shop = $1
       )
       select (select count(*) from batch) as looked, (select count(*) from emptied) as emptied`,
      [shop, before, batchSize],
    );
    emptied += rows[0]?.emptied ?? 0;
    if ((rows[0]?.looked ?? 0) < batchSize) return emptied;
  }
}
