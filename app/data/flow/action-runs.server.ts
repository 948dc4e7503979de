import { v7 as uuid } from "uuid";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/**
 * The id under which a run of Flow's action is known here, made at its first call: Flow sends a run again after a fault,
 * and the same id gets the same coupon. Null when the run belongs to another customer.
 */
export async function openActionRun(shop: ShopId, runId: string, customerKey: string, now: Date): Promise<string | null> {
  await pool.query(
    "insert into flow_action_runs (shop, run_id, decision_id, customer_key, made_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [shop, runId, uuid(), customerKey, now],
  );
  const { rows } = await pool.query<{ decision_id: string }>(
    "select decision_id from flow_action_runs where shop = $1 and run_id = $2 and customer_key = $3",
    [shop, runId, customerKey],
  );
  return rows[0]?.decision_id ?? null;
}
