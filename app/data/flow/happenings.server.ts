import type { FlowEvent } from "../../domain/flow/events";
import type { FlowSettings } from "../../domain/flow/settings";
import { customerIdIn } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { findOptedOut } from "../reorders/customer-orders.server";

type Accepted = Extract<FlowEvent, { trigger: "offer-accepted" }>;
type Valued = Extract<FlowEvent, { trigger: "valued-customer" }>;

interface AcceptedRow { accepted_id: string; customer_key: string; order_id: number; name: string | null; placement: string; amount_minor: number; currency: string }

/** Acceptances and claims of customers with an account that orders confirmed since, at most 500 that the outbox does not know. */
export async function listAccepted(shop: ShopId, since: Date): Promise<Accepted[]> {
  const { rows } = await pool.query<AcceptedRow>({
    name: "flow_accepted",
    text: `with confirmed as (
             select decision_id::text as accepted_id, decision_id, order_id, amount_minor from acceptances
             where shop = $1 and state = 'confirmed' and updated_at >= $2 and order_id is not null
             union all
             select id::text, decision_id, order_id, amount_minor from offer_claims
             where shop = $1 and confirmed_at >= $2 and order_id is not null and amount_minor is not null
           )
           select c.accepted_id, d.customer_key, c.order_id, o.name, d.placement, c.amount_minor, d.currency
           from confirmed c
           join decisions d on d.shop = $1 and d.id = c.decision_id
           left join offers o on o.shop = $1 and o.id = d.offer_id
           where d.customer_key like 'c:%'
             and not exists (select from flow_events e where e.shop = $1 and e.event_key = 'offer-accepted ' || c.accepted_id)
           limit 500`,
    values: [shop, since],
  });
  return rows.flatMap((row) => {
    const customerId = customerIdIn(row.customer_key);
    if (customerId === null) return [];
    return [{
      trigger: "offer-accepted", customerId, orderId: row.order_id, acceptedId: row.accepted_id, offerName: row.name ?? "", placement: row.placement,
      amountMinor: row.amount_minor, currency: row.currency,
    }];
  });
}

interface ValuedRow { customer_key: string; orders: number; spent_minor: number; currency: string }

/**
 * Customers with an order since, and since the installation, who count as valued by now and were not told of before; at
 * most 500. Whoever has been valued for long is told of with their next order: imported ones tell of nobody.
 */
export async function listNewlyValued(shop: ShopId, { valuedOrders, valuedDays, valuedSpentMinor }: FlowSettings, since: Date, now: Date): Promise<Valued[]> {
  const { rows } = await pool.query<ValuedRow>({
    // Not prepared: only with the moment in hand the planner finds that few orders are meant.
    text: `with lately as materialized (
             select distinct customer_key from orders
             where shop = $1 and processed_at >= $2 and processed_at >= (select installed_at from shops where shop = $1)
               and customer_key like 'c:%' and cancelled_at is null and not test
               and not exists (select from flow_events e where e.shop = $1 and e.event_key = 'valued-customer ' || substr(customer_key, 3))
           ), figures as (
             select l.customer_key, count(*)::int as orders, min(o.currency) as currency,
               sum(o.subtotal_minor - coalesce((select sum(r.subtotal_minor) from refund_lines r where r.shop = $1 and r.order_id = o.id), 0))::bigint as spent_minor
             from lately l join orders o on o.shop = $1 and o.customer_key = l.customer_key and o.processed_at >= $3 and o.cancelled_at is null and not o.test
             group by l.customer_key
           )
           select customer_key, orders, spent_minor, currency from figures
           where orders >= $4 and spent_minor >= $5 and spent_minor > 0
             and not exists (select from opt_outs p where p.shop = $1 and p.customer_key = figures.customer_key and p.opted_in_at is null)
           limit 500`,
    values: [shop, since, new Date(now.getTime() - valuedDays * 86_400_000), valuedOrders, valuedSpentMinor],
  });
  // Of who was forgotten the opt-out is known by its trace alone, which no query can work out.
  const optedOut = await findOptedOut(shop, rows.map((row) => row.customer_key));
  return rows.flatMap((row) => {
    const customerId = optedOut.has(row.customer_key) ? null : customerIdIn(row.customer_key);
    return customerId === null ? [] : [{ trigger: "valued-customer", customerId, orders: row.orders, spentMinor: row.spent_minor, currency: row.currency }];
  });
}
