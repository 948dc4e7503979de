import pg from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { EventKey } from "../jobs/jobs.server";

export interface ReceivedEvent {
  shop: ShopId;
  topic: string;
  eventId: string;
  webhookId: string;
  triggeredAt: Date;
  receivedAt: Date;
  payload: Record<string, unknown>;
}

export interface PendingEvent {
  shop: ShopId;
  topic: string;
  eventId: string;
  triggeredAt: Date;
  receivedAt: Date;
  payload: unknown;
}

/** How often an event is tried before it is a dead letter: with growing pauses, over about three and a half hours. */
export const eventAttempts = 10;

/**
 * Stores events and queues their processing, one job a shop, in one statement and so in one transaction: when it
 * returns, both are committed. Events that are known already are left alone and not queued again.
 */
export async function storeEvents(events: readonly ReceivedEvent[]): Promise<void> {
  await pool.query({
    name: "store-events",
    text: `with stored as (
             insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload)
             select shop, topic, "eventId", "webhookId", "triggeredAt", "receivedAt", payload
             from json_to_recordset($1::json) as x(shop text, topic text, "eventId" text, "webhookId" text,
               "triggeredAt" timestamptz, "receivedAt" timestamptz, payload jsonb)
             order by shop, topic, "eventId"
             on conflict do nothing
             returning shop, topic, event_id
           ), jobs as (
             select array_agg(job) as specs from (
               select row('inbox.process', json_agg(json_build_object('shop', shop, 'topic', topic, 'eventId', event_id)),
                 null, null, $2::smallint, null, null, null)::graphile_worker.job_spec as job
               from stored group by shop
             ) by_shop
           )
           select count(*) from jobs, lateral graphile_worker.add_jobs(jobs.specs) where jobs.specs is not null`,
    values: [JSON.stringify(events), eventAttempts],
  });
}

/** Whether storing may have failed because of one event's data, or by chance, rather than for want of a database. */
export function isEventFault(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(?:22|23|40)/.test(error.code ?? "");
}

/** Those of a shop's events that still wait, oldest trigger first. */
export async function listPendingEvents(shop: ShopId, keys: readonly EventKey[]): Promise<PendingEvent[]> {
  const { rows } = await pool.query<PendingEvent>({
    name: "pending-events",
    text: `select e.shop, e.topic, e.event_id as "eventId", e.triggered_at as "triggeredAt", e.received_at as "receivedAt", e.payload
             from unnest($2::text[], $3::text[]) as k(topic, event_id)
             join webhook_events e on e.shop = $1 and e.topic = k.topic and e.event_id = k.event_id
            where e.status = 'pending'
            order by e.triggered_at`,
    values: [shop, keys.map(({ topic }) => topic), keys.map(({ eventId }) => eventId)],
  });
  return rows;
}

export async function markDone(shop: ShopId, keys: readonly Pick<EventKey, "topic" | "eventId">[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await pool.query({
    name: "events-done",
    text: `update webhook_events e set status = 'done', processed_at = $4, attempts = attempts + 1, last_error = null
             from unnest($2::text[], $3::text[]) as k(topic, event_id)
            where e.shop = $1 and e.topic = k.topic and e.event_id = k.event_id`,
    values: [shop, keys.map(({ topic }) => topic), keys.map(({ eventId }) => eventId), now],
  });
}

/** Notes a failed attempt; `dead` events are tried again only when staff ask for it. */
export async function markFailed(
  shop: ShopId,
  { topic, eventId }: Pick<EventKey, "topic" | "eventId">,
  status: "pending" | "dead",
  error: string,
  now: Date,
): Promise<void> {
  await pool.query(
    `update webhook_events set status = $4, attempts = attempts + 1, last_error = $5, processed_at = $6
      where shop = $1 and topic = $2 and event_id = $3 and status = 'pending'`,
    [shop, topic, eventId, status, error.slice(0, 2_000), status === "dead" ? now : null],
  );
}

const purgedAtOnce = 5_000;

/** Removes events of all shops that were done with before that time, shop by shop and a batch at a time; returns how many. */
export async function purgeDoneEvents(before: Date): Promise<number> {
  let removed = 0;
  for (let shop = await nextShopWithEvents(""); shop !== null; shop = await nextShopWithEvents(shop)) {
    for (let inBatch = purgedAtOnce; inBatch === purgedAtOnce; removed += inBatch) {
      // What is done with was received before, so the index leads to it.
      const { rowCount } = await pool.query(
        `delete from webhook_events where shop = $1 and (topic, event_id) in (
           select topic, event_id from webhook_events where shop = $1 and status = 'done' and received_at < $2 and processed_at < $2 order by received_at limit $3)`,
        [shop, before, purgedAtOnce],
      );
      inBatch = rowCount ?? 0;
    }
  }
  return removed;
}

/** In the order of their names, so that none is looked for among all events. */
async function nextShopWithEvents(after: string): Promise<string | null> {
  const { rows } = await pool.query<{ shop: string }>("select shop from webhook_events where shop > $1 order by shop limit 1", [after]);
  return rows[0]?.shop ?? null;
}
