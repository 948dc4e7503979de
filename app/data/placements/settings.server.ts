import { PlacementSettings, defaultPlacementSettings } from "../../domain/placements/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { addJobs } from "../jobs/jobs.server";
import { changeOffers } from "../offers/change-offers.server";

export interface StoredPlacementSettings {
  settings: PlacementSettings;
  /** Null for a shop that never saved any. */
  savedAt: Date | null;
  /** When Shopify was given them; null while it has to be. */
  publishedAt: Date | null;
}

/** The shop's settings, or the defaults. */
export async function readPlacementSettings(shop: ShopId): Promise<StoredPlacementSettings> {
  const { rows } = await pool.query<{ content: unknown; saved_at: Date; published_at: Date | null }>({
    name: "read_placement_settings",
    text: "select content, saved_at, published_at from placement_settings where shop = $1",
    values: [shop],
  });
  const [row] = rows;
  if (!row) return { settings: defaultPlacementSettings(), savedAt: null, publishedAt: null };
  return { settings: PlacementSettings.parse(row.content), savedAt: row.saved_at, publishedAt: row.published_at };
}

/** Saves, and queues the handing over to Shopify together with it; deciding learns of it at once. */
export async function savePlacementSettings(shop: ShopId, settings: PlacementSettings, savedBy: number | null, now: Date): Promise<void> {
  await changeOffers(shop, async (client) => {
    await client.query(
      `insert into placement_settings (shop, content, saved_by, saved_at) values ($1, $2, $3, $4)
       on conflict (shop) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at, published_at = null`,
      [shop, JSON.stringify(settings), savedBy, now],
    );
    await addJobs([{ task: "placements.publish", payload: { shop }, key: `placements ${shop}`, maxAttempts: 20 }], client);
  });
}

/** Notes that Shopify has the settings saved at `savedAt`; newer ones still have to be handed over. */
export async function recordPublished(shop: ShopId, savedAt: Date, now: Date): Promise<void> {
  await pool.query("update placement_settings set published_at = $3 where shop = $1 and saved_at = $2", [shop, savedAt, now]);
}
