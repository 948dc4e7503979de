import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { hasArrived, takenJoin, takenState } from "../reports/taken";

/** What became of one offer; counted as on the home page. */
export interface OfferFigures {
  impressions: number;
  acceptances: number;
  /** Net of refunds, cancellations and unpaid edits; minor units of the shop's currency. */
  revenueMinor: number;
}

/** The figures of some offers since a moment, by offer id; one that decided nothing is not there. */
export async function readOfferFigures(shop: ShopId, offerIds: readonly string[], since: Date, currency: string): Promise<Map<string, OfferFigures>> {
  const { rows } = await pool.query<OfferFigures & { id: string }>(
    `select d.offer_id as id,
       count(*) filter (where d.impression_at is not null and ${hasArrived}) as impressions,
       count(*) filter (where ${hasArrived} and ${takenState} = 'confirmed') as acceptances,
       coalesce(sum(l.net), 0)::bigint as "revenueMinor"
     from decisions d
     left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     ${takenJoin}
     left join lateral (
       select sum(e.amount_minor) as net from ledger_entries e
       where e.shop = d.shop and e.decision_id = d.id and e.currency = $4
     ) l on ${takenState} is not null
     where d.shop = $1 and d.offer_id = any($2::uuid[]) and d.decided_at >= $3
     group by d.offer_id`,
    [shop, offerIds, since, currency],
  );
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
