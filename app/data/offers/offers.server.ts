import type { Offer, OfferStatus } from "../../domain/offers/offer";
import type { Placement } from "../../domain/offers/placement";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { parseOfferRow } from "./offer-rows";

const columns = "o.id, o.status, o.priority, o.version, v.content";
const joined = "offers o join offer_versions v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version";

/** What deciding may choose from, at one placement or, without one, at any; most preferred first. */
export async function listActiveOffers(shop: ShopId, placement: Placement | null = null): Promise<Offer[]> {
  const { rows } = await pool.query(
    `select ${columns} from ${joined}
     where o.shop = $1 and o.status = 'active' and ($2::text is null or v.content->'placements' ? $2)
     order by o.priority, o.id`,
    [shop, placement],
  );
  return rows.map(parseOfferRow);
}

/** Null when this shop has no such offer. */
export async function findOffer(shop: ShopId, id: string): Promise<Offer | null> {
  const { rows } = await pool.query(`select ${columns} from ${joined} where o.shop = $1 and o.id = $2`, [shop, id]);
  return rows[0] ? parseOfferRow(rows[0]) : null;
}

/** How many offers stand in each state. */
export async function countOffersByStatus(shop: ShopId): Promise<Record<OfferStatus, number>> {
  const { rows } = await pool.query<{ status: OfferStatus; count: number }>(
    "select status, count(*)::int as count from offers where shop = $1 group by status",
    [shop],
  );
  const counts = { draft: 0, active: 0, paused: 0, archived: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}
