import { OfferDefaults } from "../../domain/offers/offer-defaults";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** The usual ones where the shop has none of its own, or has them from a version that said something else. */
export async function readOfferDefaults(shop: ShopId): Promise<OfferDefaults> {
  const { rows } = await pool.query<{ content: unknown }>("select content from offer_defaults where shop = $1", [shop]);
  const stored = OfferDefaults.safeParse(rows[0]?.content ?? {});
  return stored.success ? stored.data : OfferDefaults.parse({});
}

export async function saveOfferDefaults(shop: ShopId, defaults: OfferDefaults, savedBy: number, now: Date): Promise<void> {
  await pool.query(
    `insert into offer_defaults (shop, content, saved_by, saved_at) values ($1, $2, $3, $4)
     on conflict (shop) do update set content = excluded.content, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [shop, JSON.stringify(defaults), savedBy, now],
  );
}
