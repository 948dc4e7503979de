import type { EncounterFacts } from "../../domain/orders/fact-groups";
import type { ShopId } from "../../domain/shops/shop-id";
import type { Reading } from "../read-together.server";
import { readAlone, reading } from "../read-together.server";

export interface HistoryQuestion {
  customerKey: string;
  /** The purchase in hand, whose own order does not count. */
  referenceId: string;
  boughtProductIds: readonly number[];
  now: Date;
}

/** A customer's past before a purchase, cancelled and test orders left out; days are whole ones. */
export interface CustomerHistoryRow {
  /** Without what was refunded, minor units of the shop's currency. */
  spentMinor: number;
  /** Null when there is no earlier order. */
  daysSinceLastOrder: number | null;
  /** Of the products asked about that were bought and not all given back. */
  daysSinceBought: Record<string, number>;
  encounters: EncounterFacts;
  /** Null for a guest, and of who has none until the shop's customers have been read once. */
  tags: string[] | null;
}

export function customerHistoryReading({ customerKey, referenceId, boughtProductIds, now }: HistoryQuestion): Reading<CustomerHistoryRow> {
  return reading<CustomerHistoryRow, CustomerHistoryRow>({
    name: "past",
    text: readCustomerHistorySql,
    values: [customerKey, referenceId, boughtProductIds, now],
    parse(row) {
      if (!row) throw new Error("An aggregate without a row");
      return row;
    },
  });
}

export async function readCustomerHistory(shop: ShopId, question: HistoryQuestion): Promise<CustomerHistoryRow> {
  return readAlone(shop, customerHistoryReading(question));
}

const daysSince = (moment: string) => `greatest(0, floor(extract(epoch from ($5::timestamptz - ${moment})) / 86400))::int`;
const offerDays = (moment: string) => `coalesce(jsonb_object_agg(offer_id, ${daysSince(moment)}) filter (where ${moment} is not null), '{}')`;

const readCustomerHistorySql = `
  with mine as materialized (
    select o.id, o.total_minor, o.processed_at from orders o
    where o.shop = $1 and o.customer_key = $2 and o.checkout_token is distinct from $3 and o.cancelled_at is null and not o.test
  ), seen as (
    select d.offer_id, max(d.impression_at) as impression, max(d.declined_at) as decline, max(coalesce(a.issued_at, c.confirmed_at)) as acceptance
    from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id and a.state <> 'failed'
      left join offer_claims c on c.shop = d.shop and c.decision_id = d.id
    where d.shop = $1 and d.customer_key = $2 and d.offer_id is not null
    group by d.offer_id
  )
  select
    ((select coalesce(sum(total_minor), 0) from mine)
      - (select coalesce(sum(r.subtotal_minor), 0) from refund_lines r where r.shop = $1 and r.order_id in (select id from mine)))::bigint as "spentMinor",
    (select ${daysSince("max(processed_at)")} from mine having count(*) > 0) as "daysSinceLastOrder",
    (select coalesce(jsonb_object_agg(product_id, days), '{}') from (
       select l.product_id, ${daysSince("max(mine.processed_at)")} as days
       from mine join order_lines l on l.shop = $1 and l.order_id = mine.id
       where l.product_id = any($4::bigint[]) and l.current_quantity > 0
       group by l.product_id
     ) bought) as "daysSinceBought",
    (select jsonb_build_object('impression', ${offerDays("impression")}, 'acceptance', ${offerDays("acceptance")}, 'decline', ${offerDays("decline")}) from seen) as encounters,
    case when $2 like 'c:%' then coalesce(
      (select tags from customer_tags where shop = $1 and customer_key = $2),
      (select '{}'::text[] where exists (select from sync_runs where shop = $1 and kind = 'customers' and status = 'done'))
    ) end as tags`;
