import { mainReasonSql } from "./main-reason";
import { isReorderOffer } from "./reorder-offers";
import { hasArrived, takenJoin, takenState } from "./taken";

/** SQL, for `decisions d`: the first decision of its order, whatever placements followed. */
export const isFirstOfOrder = `d.step = 1 and d.order_id is not null and not exists (
  select from decisions e where e.shop = d.shop and e.order_id = d.order_id and e.step = 1 and (e.decided_at, e.id) < (d.decided_at, d.id))`;

/**
 * SQL, for `ledger_entries e` with its order `o` and line `p`, grouped by line: the tax within what was kept of it, as
 * domain `taxWithin`. Nothing is known of tax where the order is gone, or was mirrored before tax was read.
 */
const taxOfLine = "case when o.taxes_included and p.total_minor > 0 then round(sum(e.amount_minor) * coalesce(p.tax_minor, 0) / p.total_minor) else 0 end";

/**
 * SQL: what each decision of shop $1 within the spans adds to the figures. Spans are two arrays of moments; revenue and the
 * tax in it are in the currency only.
 */
export function figureFacts(parameters: { starts: string; ends: string; currency: string }): string {
  return `select d.decided_at as at, d.offer_id as offer, ${isFirstOfOrder} as eligible,
      d.impression_at is not null and ${hasArrived} as impression,
      ${hasArrived} and coalesce(${takenState} = 'confirmed', false) as acceptance,
      d.impression_at is not null and not ${hasArrived} as waiting,
      ${hasArrived} and coalesce(${takenState} = 'confirmed', false) and ${isReorderOffer} as reorder,
      coalesce(l.net, 0) as net, coalesce(l.tax, 0) as tax,
      case when d.step = 1 and d.order_id is not null then ${mainReasonSql} end as reason
    from unnest(${parameters.starts}::timestamptz[], ${parameters.ends}::timestamptz[]) as span(starts, ends)
    join decisions d on d.shop = $1 and d.decided_at >= span.starts and d.decided_at < span.ends
    left join acceptances a on a.shop = d.shop and a.decision_id = d.id
    ${takenJoin}
    left join lateral (
      select sum(net) as net, sum(tax) as tax from (
        select sum(e.amount_minor) as net, ${taxOfLine} as tax from ledger_entries e
        left join orders o on o.shop = e.shop and o.id = e.order_id
        left join order_lines p on p.shop = e.shop and p.order_id = e.order_id and p.id = e.line_id
        where e.shop = d.shop and e.decision_id = d.id and e.currency = ${parameters.currency}
        group by e.order_id, e.line_id, o.taxes_included, p.total_minor, p.tax_minor
      ) lines
    ) l on ${takenState} is not null`;
}
