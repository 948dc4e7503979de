import { mainReasonSql } from "./main-reason";
import { isReorderOffer } from "./reorder-offers";
import { countsAsSeen, countsAsTaken, hasArrived, isFirstOfOrder, takenJoin, takenState } from "./taken";

/**
 * SQL: what each decision of shop $1 within the spans adds to the figures. Spans are two arrays of moments; revenue, which is
 * without tax, and the tax taken off it are in the currency only.
 */
export function figureFacts(parameters: { starts: string; ends: string; currency: string }): string {
  // "offset 0" keeps spans and decisions apart: in a join, the planner takes two moments for a ninth of all decisions, reads
  // every one of them, and every acceptance of the shop to go with them.
  return `select d.decided_at as at, d.offer_id as offer, ${isFirstOfOrder} as eligible,
      ${countsAsSeen} as impression,
      ${countsAsTaken} as acceptance,
      d.impression_at is not null and not ${hasArrived} as waiting,
      ${countsAsTaken} and ${isReorderOffer} as reorder,
      coalesce(l.net, 0) as net, coalesce(l.tax, 0) as tax,
      case when d.step = 1 and d.order_id is not null and not d.is_test then ${mainReasonSql} end as reason
    from unnest(${parameters.starts}::timestamptz[], ${parameters.ends}::timestamptz[]) as span(starts, ends)
    cross join lateral (
      select * from decisions d where d.shop = $1 and d.decided_at >= span.starts and d.decided_at < span.ends offset 0
    ) d
    left join lateral (select * from acceptances a where a.shop = d.shop and a.decision_id = d.id offset 0) a on true
    ${takenJoin}
    left join lateral (
      select sum(e.amount_minor - e.tax_minor) as net, sum(e.tax_minor) as tax from ledger_entries e
      where e.shop = d.shop and e.decision_id = d.id and e.currency = ${parameters.currency}
    ) l on ${takenState} is not null`;
}
