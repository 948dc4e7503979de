import { wholeDays } from "../../domain/reports/rolled-span";
import type { Span } from "../../domain/reports/rolled-span";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { figureFacts } from "../reports/figure-facts";
import { sourcesOf } from "../reports/rolled-up.server";

/** What became of one offer; counted as on the home page. */
export interface OfferFigures {
  impressions: number;
  acceptances: number;
  /** Net of refunds, cancellations and unpaid edits, without tax; minor units of the shop's currency. */
  revenueMinor: number;
}

/**
 * The figures of some offers in a span, by offer id; one that decided nothing is not there. Of what is rolled up, days are
 * read where they lie within whole, quarters of an hour at both ends, and what changed since is counted instead.
 */
export async function readOfferFigures(shop: ShopId, offerIds: readonly string[], span: Span, currency: string): Promise<Map<string, OfferFigures>> {
  const { rolled, changed, starts, ends } = await sourcesOf(shop, span, currency);
  const days = rolled && wholeDays(rolled);
  const { rows } = await pool.query<OfferFigures & { id: string }>(
    `select id, sum(impressions)::int as impressions, sum(acceptances)::int as acceptances, sum(net)::bigint as "revenueMinor"
     from (
       select offer as id, count(*) filter (where impression) as impressions, count(*) filter (where acceptance) as acceptances, sum(net) as net
       from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })} where d.offer_id = any($5::uuid[])) facts group by offer
       union all
       select w.offer_id, w.impressions, w.acceptances, w.revenue_minor from figure_offer_days w
       where w.shop = $1 and w.offer_id = any($5::uuid[]) and w.day >= ($8::timestamptz at time zone 'utc')::date and w.day < ($9::timestamptz at time zone 'utc')::date
       union all
       select q.offer_id, q.impressions, q.acceptances, q.revenue_minor from figure_offer_quarters q
       where q.shop = $1 and q.offer_id = any($5::uuid[]) and (q.quarter >= $6 and q.quarter < $8 or q.quarter >= $9 and q.quarter < $7) and q.quarter <> all($10::timestamptz[])
       union all
       select q.offer_id, -q.impressions, -q.acceptances, -q.revenue_minor from unnest($10::timestamptz[]) as c(quarter)
       join figure_offer_quarters q on q.shop = $1 and q.offer_id = any($5::uuid[]) and q.quarter = c.quarter
       where c.quarter >= $8 and c.quarter < $9
     ) parts group by id`,
    [shop, starts, ends, currency, offerIds, rolled?.from ?? null, rolled?.to ?? null, days?.from ?? null, days?.to ?? null, changed],
  );
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
