import { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Of the placements of active offers, those from which nothing was ever asked. */
export async function listSilentPlacements(shop: ShopId): Promise<Placement[]> {
  const { rows } = await pool.query<{ placement: string }>(
    `select x.placement from (
       select distinct jsonb_array_elements_text(v.content->'placements') as placement
       from offers o join offer_versions v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
       where o.shop = $1 and o.status = 'active'
     ) x
     where not exists (select from decisions d where d.shop = $1 and d.placement = x.placement)`,
    [shop],
  );
  return Placement.options.filter((placement) => rows.some((row) => row.placement === placement));
}
