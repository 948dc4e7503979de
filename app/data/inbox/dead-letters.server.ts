import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { addJobs } from "../jobs/jobs.server";
import { eventAttempts } from "./inbox.server";

export interface DeadLetter {
  topic: string;
  eventId: string;
  receivedAt: Date;
  attempts: number;
  error: string;
}

/** Where the next page begins: after this event. */
export interface DeadLetterCursor {
  receivedAt: Date;
  topic: string;
  eventId: string;
}

/** Newest first. */
export async function listDeadLetterRows(shop: ShopId, after: DeadLetterCursor | null, limit: number): Promise<DeadLetter[]> {
  const { rows } = await pool.query<DeadLetter>(
    `select topic, event_id as "eventId", received_at as "receivedAt", attempts, coalesce(last_error, '') as error
       from webhook_events
      where shop = $1 and status = 'dead' and ($2::timestamptz is null or (received_at, topic, event_id) < ($2, $3, $4))
      order by received_at desc, topic desc, event_id desc limit $5`,
    [shop, after?.receivedAt ?? null, after?.topic ?? null, after?.eventId ?? null, limit],
  );
  return rows;
}

export async function countDeadLetters(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*) from webhook_events where shop = $1 and status = 'dead'", [shop]);
  return rows[0]?.count ?? 0;
}

/** Queues dead letters again, all or those of these ids, and returns how many. */
export async function reviveDeadLetters(shop: ShopId, ids: readonly { topic: string; eventId: string }[] | "all"): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ topic: string; event_id: string }>(
      `update webhook_events set status = 'pending', attempts = 0, processed_at = null
        where shop = $1 and status = 'dead'
          and ($2::text[] is null or (topic, event_id) in (select * from unnest($2::text[], $3::text[])))
        returning topic, event_id`,
      ids === "all" ? [shop, null, null] : [shop, ids.map(({ topic }) => topic), ids.map(({ eventId }) => eventId)],
    );
    const keys = rows.map((row) => ({ shop, topic: row.topic, eventId: row.event_id }));
    const batches = Array.from({ length: Math.ceil(keys.length / 100) }, (_, index) => keys.slice(index * 100, index * 100 + 100));
    await addJobs(batches.map((payload) => ({ task: "inbox.process", payload, maxAttempts: eventAttempts })), client);
    return keys.length;
  });
}

/**
 * Makes dead letters of events of all shops that wait with no job left to process them, as when each attempt took the
 * whole worker down; returns how many. The queue gives such a job up without a word.
 */
export async function buryAbandonedEvents(now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `with awaited as materialized (
       select k->>'shop' as shop, k->>'topic' as topic, k->>'eventId' as event_id
         from graphile_worker._private_jobs j,
              json_array_elements(case when json_typeof(j.payload) = 'array' then j.payload else '[]' end) as k
        where j.attempts < j.max_attempts or j.locked_at is not null
     )
     update webhook_events e set status = 'dead', processed_at = $1,
            last_error = coalesce(last_error, 'Every attempt to process it broke off')
      where e.status = 'pending'
        and not exists (select from awaited a where a.shop = e.shop and a.topic = e.topic and a.event_id = e.event_id)`,
    [now],
  );
  return rowCount ?? 0;
}
