import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { deleteJobsOfShop } from "../jobs/jobs.server";

/**
 * In this order: without its row and sessions nothing more is written for the shop, and the inbox, which holds the
 * request itself, goes last but for what staff asked for, so that a run that was cut short is repeated. Rows of the other tables go with their parents.
 */
const tables = [
  "shops", "sessions", "shop_discounts", "coupon_pools", "ledger_entries", "decisions", "figure_states", "figure_quarters", "figure_offer_quarters", "figure_offer_days", "figure_changes", "offers", "order_lines", "refund_lines", "service_cases", "orders", "deleted_orders",
  "products", "collections", "sync_runs", "backtest_runs", "courtesy_policies", "placement_settings", "offer_proposals", "opt_outs", "customer_tags", "customer_tag_counts",
  "count_builds", "counted_orders", "uncounted_orders", "co_purchase_shops", "co_purchase_products", "co_purchase_pairs", "co_purchase_neighbours", "co_purchase_moves",
  "product_days", "product_gaps", "after_order_products", "after_order_pairs", "companion_choices", "reorder_dues", "reorder_weeks", "reorder_walks", "reorder_hand_overs", "reorders_told", "companion_publications", "selling_plans", "link_keys", "order_links", "order_referrals", "receipt_settings",
  "flow_events", "flow_runs", "flow_action_runs", "flow_settings",
  "billing_accounts", "billing_periods", "billing_lines", "billed_entries", "billing_charges", "offer_defaults", "data_exports",
  "privacy_requests", "webhook_events", "shop_deletions",
] as const;

/** Rows of one statement: a shop of millions of orders is not gone within the time that one may take. */
const erasedAtOnce = 20_000;

/** Removes everything that is held on a shop, batch by batch. Repeating it changes nothing. */
export async function eraseShop(shop: ShopId): Promise<void> {
  await deleteJobsOfShop(shop);
  for (const table of tables) await eraseRows(shop, table);
}

async function eraseRows(shop: ShopId, table: (typeof tables)[number]): Promise<void> {
  for (let erased = erasedAtOnce; erased === erasedAtOnce; ) {
    const { rowCount } = await pool.query(`delete from ${table} where ctid = any(array(select ctid from ${table} where shop = $1 limit $2))`, [shop, erasedAtOnce]);
    erased = rowCount ?? 0;
  }
}
