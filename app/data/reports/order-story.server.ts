import { z } from "zod";
import { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

const at = z.coerce.date();
const Row = z.object({
  id: z.number(),
  name: z.string(),
  customerKey: z.string().nullable(),
  countryCode: z.string().nullable(),
  sourceName: z.string(),
  gateways: z.array(z.string()),
  currency: z.string(),
  totalMinor: z.number(),
  items: z.number(),
  test: z.boolean(),
  processedAt: z.date(),
  cancelledAt: z.date().nullable(),
  redactedAt: z.date().nullable(),
  gift: GiftConfidence.nullable(),
  decisionIds: z.array(z.string()),
  refunds: z.array(z.object({ quantity: z.number(), amountMinor: z.number(), refundedAt: at })),
  cases: z.array(z.object({ kind: z.enum(["return", "dispute"]), openedAt: at, closedAt: at.nullable() })),
  /** The version of the courtesy policy that held when it was placed; null for the usual limits. */
  policyVersion: z.number().nullable(),
  netMinor: z.number().nullable(),
});

/** An order with everything that is held about it, by id. */
export type OrderStory = z.infer<typeof Row>;

const mostDecisions = 20;

/** Null when the mirror has no such order. All by key: it takes no longer in a shop with more orders. */
export async function findOrderStory(shop: ShopId, orderId: number): Promise<OrderStory | null> {
  const { rows } = await pool.query(
    `select o.id, o.name, o.customer_key as "customerKey", o.country_code as "countryCode", o.source_name as "sourceName", o.gateways, o.currency, o.total_minor as "totalMinor", o.test,
       o.processed_at as "processedAt", o.cancelled_at as "cancelledAt", o.redacted_at as "redactedAt", o.gift_confidence as gift,
       (select coalesce(sum(quantity), 0)::int from order_lines l where l.shop = o.shop and l.order_id = o.id) as items,
       array(select d.id::text from decisions d where d.shop = o.shop and (d.order_id = o.id or (o.checkout_token is not null and d.reference_id = o.checkout_token)) order by d.decided_at, d.id limit ${mostDecisions}) as "decisionIds",
       (select coalesce(jsonb_agg(jsonb_build_object('quantity', r.quantity, 'amountMinor', r.amount, 'refundedAt', r.at)), '[]')
        from (select sum(quantity)::int as quantity, sum(subtotal_minor)::bigint as amount, min(refunded_at) as at from refund_lines where shop = o.shop and order_id = o.id group by refund_id) r) as refunds,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'openedAt', c.opened_at, 'closedAt', c.closed_at)), '[]') from service_cases c where c.shop = o.shop and c.order_id = o.id) as cases,
       (select max(version) from courtesy_policies p where p.shop = o.shop and p.saved_at <= o.processed_at) as "policyVersion",
       (select sum(amount_minor - tax_minor)::bigint from ledger_entries e where e.shop = o.shop and e.order_id = o.id) as "netMinor"
     from orders o where o.shop = $1 and o.id = $2`,
    [shop, orderId],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}

export interface OrderEvent {
  topic: string;
  receivedAt: Date;
  isDead: boolean;
  error: string;
}

/** A shop's inbox is looked through for as long after an order; what came later is told by what it changed. */
const arrivalHours = 2;

/** What Shopify sent of an order around the time it was placed, as far as the inbox still holds it, and what could not be processed. */
export async function listOrderEvents(shop: ShopId, orderId: number, placedAt: Date): Promise<OrderEvent[]> {
  const { rows } = await pool.query<OrderEvent>(
    `select topic, received_at as "receivedAt", status = 'dead' as "isDead", coalesce(last_error, '') as error from webhook_events
     where shop = $1 and topic like 'orders/%' and payload->>'id' = $2
       and (status = 'dead' or (status in ('pending', 'done') and received_at >= $3 and received_at < $3 + interval '${arrivalHours} hours'))
     order by received_at, topic limit 20`,
    [shop, String(orderId), placedAt],
  );
  return rows;
}
