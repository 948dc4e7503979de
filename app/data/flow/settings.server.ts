import { FlowSettings, defaultFlowSettings } from "../../domain/flow/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** The shop's settings, or the defaults. */
export async function readFlowSettings(shop: ShopId): Promise<FlowSettings> {
  const { rows } = await pool.query<{ content: unknown }>({ name: "read_flow_settings", text: "select content from flow_settings where shop = $1", values: [shop] });
  return rows[0] ? FlowSettings.parse(rows[0].content) : defaultFlowSettings();
}

export async function saveFlowSettings(shop: ShopId, settings: FlowSettings, savedBy: number | null, now: Date): Promise<void> {
  await pool.query(
    `insert into flow_settings (shop, content, saved_by, saved_at) values ($1, $2, $3, $4)
     on conflict (shop) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [shop, JSON.stringify(settings), savedBy, now],
  );
}
