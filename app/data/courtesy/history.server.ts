import { z } from "zod";
import { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { CourtesyHistory, PastPurchase, ServiceCase } from "../../domain/courtesy/history";
import type { ShopId } from "../../domain/shops/shop-id";
import type { Reading } from "../read-together.server";
import { readAlone, reading } from "../read-together.server";
import { encounterJson, parseEncounter } from "./encounters.server";
import { optOutKeys } from "./opt-outs.server";

export interface CourtesyQuestion {
  /** Null when nobody is known: then only the purchase in hand is read. */
  customerKey: string | null;
  referenceId: string;
  /** Encounters from before count only when they were declined or are of a live offer. */
  since: Date;
  liveOfferIds: readonly string[];
}

const PurchaseRow = z.object({
  orderId: z.number(), productId: z.number(), variantId: z.number(), boughtAt: z.coerce.date(), unitMinor: z.number(),
  atFullPrice: z.boolean(), gift: GiftConfidence.nullable(),
}) satisfies z.ZodType<PastPurchase>;
const CaseRow = z.object({
  kind: z.enum(["return", "refund", "dispute"]), openedAt: z.coerce.date(), closedAt: z.coerce.date().nullable(),
}) satisfies z.ZodType<ServiceCase>;

interface HistoryRow {
  encounters: unknown[];
  purchases: unknown[];
  cases: unknown[];
  opted_out_at: string | null;
}

/** What courtesy has to know of a customer, across all placements; over their last 50 orders, and what was wrong with the last 200: bounded whatever their past. */
export function courtesyReading(shop: ShopId, { customerKey, referenceId, since, liveOfferIds }: CourtesyQuestion): Reading<CourtesyHistory> {
  const optedOutUnder = customerKey === null ? [] : optOutKeys(shop, customerKey);
  return reading<HistoryRow, CourtesyHistory>({
    name: "courtesy",
    text: historySql,
    values: [customerKey, referenceId, since, liveOfferIds, optedOutUnder],
    parse(row) {
      if (!row) throw new Error("A query of single values gave no row");
      return {
        encounters: row.encounters.map(parseEncounter),
        purchases: z.array(PurchaseRow).parse(row.purchases),
        cases: z.array(CaseRow).parse(row.cases),
        optedOutAt: row.opted_out_at === null ? null : new Date(row.opted_out_at),
      };
    },
  });
}

export async function readCourtesyHistory(shop: ShopId, question: CourtesyQuestion): Promise<CourtesyHistory> {
  return readAlone(shop, courtesyReading(shop, question));
}

const historySql = `
  with mine as materialized (
    select o.id, o.processed_at, o.gift_confidence from orders o
    where o.shop = $1 and o.customer_key = $2 and o.checkout_token is distinct from $3 and o.cancelled_at is null and not o.test
    order by o.processed_at desc limit 50
  ), latest as materialized (
    select id from orders where shop = $1 and customer_key = $2 order by processed_at desc limit 200
  )
  select
    (select coalesce(jsonb_agg(known.encounter), '[]') from (
       select ${encounterJson} as encounter
       from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
       where d.shop = $1 and (d.customer_key = $2 or d.reference_id = $3) and d.outcome = 'offered'
         and (d.declined_at is not null or d.decided_at >= $4 or d.offer_id = any($5::uuid[]))
       order by d.decided_at desc limit 500
     ) known) as encounters,
    (select coalesce(jsonb_agg(jsonb_build_object('orderId', mine.id, 'productId', l.product_id, 'variantId', coalesce(l.variant_id, 0),
       'boughtAt', mine.processed_at, 'unitMinor', l.total_minor / greatest(l.quantity, 1), 'atFullPrice', l.total_minor >= l.unit_minor * l.quantity,
       'gift', mine.gift_confidence)), '[]')
     from mine join order_lines l on l.shop = $1 and l.order_id = mine.id
     where l.product_id is not null and l.current_quantity > 0) as purchases,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'openedAt', opened_at, 'closedAt', closed_at)), '[]') from (
       select distinct 'refund' as kind, r.refunded_at as opened_at, r.refunded_at as closed_at
       from refund_lines r where r.shop = $1 and r.order_id in (select id from latest)
         and r.refunded_at >= $4 - interval '365 days'
       union all
       select c.kind, c.opened_at, c.closed_at
       from service_cases c where c.shop = $1 and c.order_id in (select id from latest)
         and (c.closed_at is null or c.closed_at >= $4 - interval '365 days')
     ) had) as cases,
    (select min(opted_out_at) from opt_outs where shop = $1 and customer_key = any($6::text[]) and opted_in_at is null) as opted_out_at`;
