import type { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** The first live offer ahead of this one that every order qualifies for, at one of these places; null when there is none. */
export async function findOpenOfferBefore(shop: ShopId, id: string, placements: readonly Placement[]): Promise<{ id: string; name: string } | null> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    `select o.id, o.name from offers o
     join offer_versions v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
     where o.shop = $1 and o.status = 'active' and o.priority < (select priority from offers where shop = $1 and id = $2)
       and v.content->'placements' ?| $3::text[] and v.content->'rule'->>'kind' <> 'any' and v.content->'rule'->'conditions' = '[]'
       and coalesce(v.content->'strategy'->>'kind', 'manual') <> 'downsell'
     order by o.priority limit 1`,
    [shop, id, placements],
  );
  return rows[0] ?? null;
}
