import type { OfferListingQuery, OfferPhase, OfferSort } from "../../domain/offers/offer-listing";
import type { OfferContent, OfferStatus } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { parseOfferRow } from "./offer-rows";

export interface OfferSummary {
  id: string;
  name: string;
  status: OfferStatus;
  phase: OfferPhase;
  priority: number;
  version: number;
  content: OfferContent;
  updatedAt: Date;
  /** What the list is sorted by, for a cursor. */
  sortedBy: string;
}

export interface OfferListing extends Pick<OfferListingQuery, "search" | "placements" | "kinds" | "sort" | "isDescending" | "cursor"> {
  phases: readonly OfferPhase[];
  /** The shop's wall clock ("2026-11-21T09:00"), which schedules are written in. */
  localNow: string;
  limit: number;
}

/** SQL for an offer's phase, given the parameter that holds the shop's wall clock. */
export function phaseSql(localNow: string): string {
  // Times of one form in one zone compare as text; in the hour that a clock shows twice, the first showing is meant.
  return `case when o.status <> 'active' then o.status
    when (v.content#>>'{schedule,endsAt}') collate "C" <= ${localNow} then 'ended'
    when (v.content#>>'{schedule,startsAt}') collate "C" > ${localNow} then 'scheduled' else 'active' end`;
}
const phase = phaseSql("$3");

const sorted: Record<OfferSort, { value: string; type: string }> = {
  priority: { value: "o.priority", type: "int" },
  name: { value: "lower(o.name)", type: "text" },
  updated: { value: "o.updated_at", type: "timestamptz" },
};
/** Of what an address carries, only what fits the column's type gets to it. */
const fits: Record<OfferSort, RegExp> = { priority: /^-?\d{1,9}$/, name: /^[^\0]*$/s, updated: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/ };

/**
 * One page in the order asked for; ask for one row more than is shown to learn whether another page follows (or comes
 * before, with a cursor that goes back: then the row too many is the first).
 */
export async function listOffers(shop: ShopId, listing: OfferListing): Promise<OfferSummary[]> {
  const { value, type } = sorted[listing.sort];
  const cursor = listing.cursor && fits[listing.sort].test(listing.cursor.value) ? listing.cursor : null;
  const isBackwards = cursor?.way === "before";
  const isFalling = listing.isDescending !== isBackwards;
  const way = isFalling ? "desc" : "asc";
  const { rows } = await pool.query<{ name: string; updated_at: Date; phase: OfferPhase; sorted_by: string }>(
    `select o.id, o.status, o.priority, o.version, v.content, o.name, o.updated_at, ${phase} as phase, (${value})::text as sorted_by
     from offers o join offer_versions v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
     where o.shop = $1 and ${phase} = any($2) and strpos(lower(o.name), lower($4)) > 0
       and ($5::text[] = '{}' or v.content->'placements' ?| $5)
       and ($6::text[] = '{}' or coalesce(v.content#>>'{strategy,kind}', 'manual') = any($6))
       and ($8::uuid is null or (${value}, o.id) ${isFalling ? "<" : ">"} ($7::${type}, $8))
     order by ${value} ${way}, o.id ${way}
     limit $9`,
    [shop, listing.phases, listing.localNow, listing.search, listing.placements, listing.kinds, cursor?.value ?? null, cursor?.id ?? null, listing.limit],
  );
  const offers = rows.map((row): OfferSummary => ({ ...parseOfferRow(row), name: row.name, phase: row.phase, updatedAt: row.updated_at, sortedBy: row.sorted_by }));
  return isBackwards ? offers.reverse() : offers;
}
