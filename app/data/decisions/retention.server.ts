import { pool } from "../database.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { mainReasonSql } from "../reports/main-reason";

const batchSize = 2_000;

/**
 * Empties what decisions from before a time were made on and the reasons of their candidates, a batch at a time. What was
 * decided, when, its one reason and what came of it stay, so that no figure moves. Returns how many were emptied.
 */
export async function emptyOldReasons(shop: ShopId, before: Date): Promise<number> {
  let emptied = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `update decisions d set
         reasons = jsonb_build_object('general', d.reasons->'general', 'candidates', '[]'::jsonb, 'main', ${mainReasonSql}),
         facts = jsonb_build_object('referenceId', d.reference_id, 'currency', d.currency, 'countryCode', null, 'locale', '', 'totalMinor', 0,
           'lines', '[]'::jsonb, 'customerKey', null, 'priorOrders', null, 'discountCodes', null)
       where d.shop = $1 and d.id in (
         select o.id from decisions o where o.shop = $1 and o.decided_at < $2 and not o.reasons ? 'main' order by o.decided_at limit $3
       )`,
      [shop, before, batchSize],
    );
    emptied += rowCount ?? 0;
    if ((rowCount ?? 0) < batchSize) return emptied;
  }
}
