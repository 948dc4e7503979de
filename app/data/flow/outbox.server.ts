import type { PoolClient } from "pg";
import type { FlowEvent, FlowTrigger } from "../../domain/flow/events";
import { eventKey, eventPayload } from "../../domain/flow/events";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { addJobs } from "../jobs/jobs.server";

export type FlowEventStatus = "pending" | "sending" | "sent" | "unsure" | "refused";

export interface OutboxEvent {
  eventKey: string;
  trigger: FlowTrigger;
  payload: Record<string, string | number>;
}

/** Notes events to be sent, each once however often it is found; the sending is queued with them. Returns how many are new. */
export async function addFlowEvents(shop: ShopId, events: readonly FlowEvent[], now: Date): Promise<number> {
  if (events.length === 0) return 0;
  const rows = events.map((event) => ({
    event_key: eventKey(event), trigger: event.trigger, customer_key: customerKeyOf(event), payload: eventPayload(event),
  }));
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `insert into flow_events (shop, event_key, trigger, customer_key, payload, made_at)
       select $1, event_key, trigger, customer_key, payload, $3
       from json_to_recordset($2::json) as x(event_key text, trigger text, customer_key text, payload jsonb)
       on conflict do nothing`,
      [shop, JSON.stringify(rows), now],
    );
    if (rowCount) await addJobs([{ task: "flow.send", payload: { shop }, key: `flow ${shop}`, maxAttempts: 20 }], client);
    return rowCount ?? 0;
  });
}

/**
 * Takes the next event for sending, so that no other process sends it, ever: what was taken and not settled may have
 * reached Flow. Null when nothing waits.
 */
export async function claimFlowEvent(shop: ShopId, now: Date): Promise<OutboxEvent | null> {
  const { rows } = await pool.query<{ event_key: string; trigger: FlowTrigger; payload: Record<string, string | number> }>({
    name: "claim_flow_event",
    text: `update flow_events set status = 'sending', claimed_at = $2
           where shop = $1 and event_key = (
             select event_key from flow_events where shop = $1 and status = 'pending' order by made_at, event_key limit 1 for update skip locked)
             and status = 'pending'
           returning event_key, trigger, payload`,
    values: [shop, now],
  });
  const [row] = rows;
  return row ? { eventKey: row.event_key, trigger: row.trigger, payload: row.payload } : null;
}

/** What became of an event that was taken. Back to "pending" only where Shopify said that nothing happened. */
export async function settleFlowEvent(shop: ShopId, key: string, status: FlowEventStatus, error: string | null, now: Date): Promise<void> {
  await pool.query({
    name: "settle_flow_event",
    text: `update flow_events set status = $3, error = $4, sent_at = case when $3 = 'sent' then $5::timestamptz end
           where shop = $1 and event_key = $2 and status = 'sending'`,
    values: [shop, key, status, error, now],
  });
}

/** Events whose sender ended on the way: they may have been sent, and a second message is worse than none. */
export async function markUnsure(shop: ShopId, claimedBefore: Date): Promise<void> {
  await pool.query(
    `update flow_events set status = 'unsure', error = 'Encore was stopped while sending it'
     where shop = $1 and status = 'sending' and claimed_at < $2`,
    [shop, claimedBefore],
  );
}

export async function hasPendingEvents(shop: ShopId): Promise<boolean> {
  const { rows } = await pool.query("select from flow_events where shop = $1 and status = 'pending' limit 1", [shop]);
  return rows.length > 0;
}

/** Of these customers the ones who were told of by this trigger since. */
export async function listToldCustomers(shop: ShopId, trigger: FlowTrigger, customerKeys: readonly string[], since: Date): Promise<Set<string>> {
  const { rows } = await pool.query<{ customer_key: string }>(
    "select distinct customer_key from flow_events where shop = $1 and customer_key = any($2::text[]) and made_at >= $3 and trigger = $4",
    [shop, customerKeys, since, trigger],
  );
  return new Set(rows.map((row) => row.customer_key));
}

/** Whatever names the customers goes; a search that has come to one of them begins again. */
export async function forgetFlow(shop: ShopId, customerKeys: readonly string[], client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("delete from flow_events where shop = $1 and customer_key = any($2::text[])", [shop, customerKeys]);
  await client.query("update flow_runs set cursor = null, customers_checked = 0 where shop = $1 and cursor = any($2::text[])", [shop, customerKeys]);
  await client.query("delete from flow_action_runs where shop = $1 and customer_key = any($2::text[])", [shop, customerKeys]);
}

/** What Shopify Flow was told, or is to be told, of a person, the earliest first, for the merchant to hand over. */
export async function describeFlowEvents(shop: ShopId, customerKeys: readonly string[]): Promise<{ trigger: FlowTrigger; status: FlowEventStatus; madeAt: Date; payload: unknown }[]> {
  const { rows } = await pool.query<{ trigger: FlowTrigger; status: FlowEventStatus; madeAt: Date; payload: unknown }>(
    `select trigger, status, made_at as "madeAt", payload from flow_events where shop = $1 and customer_key = any($2::text[]) order by made_at, event_key`,
    [shop, customerKeys],
  );
  return rows;
}
