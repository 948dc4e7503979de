import { ReceiptSettings, defaultReceiptSettings } from "../../domain/receipts/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** The shop's settings, or the defaults. */
export async function readReceiptSettings(shop: ShopId): Promise<ReceiptSettings> {
  const { rows } = await pool.query<{ content: unknown }>({ name: "read_receipt_settings", text: "select content from receipt_settings where shop = $1", values: [shop] });
  return rows[0] ? ReceiptSettings.parse(rows[0].content) : defaultReceiptSettings();
}

export async function saveReceiptSettings(shop: ShopId, settings: ReceiptSettings, savedBy: number | null, now: Date): Promise<void> {
  await pool.query(
    `insert into receipt_settings (shop, content, saved_by, saved_at) values ($1, $2, $3, $4)
     on conflict (shop) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [shop, JSON.stringify(settings), savedBy, now],
  );
}
