import { z } from "zod";
import { offerPhases } from "../../domain/offers/offer-listing";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { phaseSql } from "./offer-listing.server";

const Place = z.object({ id: z.string(), name: z.string(), phase: z.enum(offerPhases) });
export type OfferPlace = z.infer<typeof Place>;

/** Offers outside the archive in order of priority, by name alone. */
export async function listOfferPlaces(shop: ShopId, localNow: string, limit: number): Promise<OfferPlace[]> {
  const { rows } = await pool.query<object>(
    `select o.id, o.name, ${phaseSql("$2")} as phase
     from offers o join offer_versions v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
     where o.shop = $1 and o.status <> 'archived' order by o.priority, o.id limit $3`,
    [shop, localNow, limit],
  );
  return rows.map((row) => Place.parse(row));
}
