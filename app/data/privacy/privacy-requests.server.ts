import { v7 as uuidv7 } from "uuid";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface PrivacyRequest {
  id: string;
  topic: string;
  receivedAt: Date;
  completedAt: Date | null;
  /** Of data requests: what is held on the customer, to hand over. */
  report: unknown;
}

/** Newest first. */
export async function listPrivacyRequests(shop: ShopId, limit = 50): Promise<PrivacyRequest[]> {
  const { rows } = await pool.query<PrivacyRequest>(
    `select id, topic, received_at as "receivedAt", completed_at as "completedAt", report
       from privacy_requests where shop = $1 order by received_at desc, id desc limit $2`,
    [shop, limit],
  );
  return rows;
}

/** Keeps the outcome of a request; the same event again replaces it. */
export async function savePrivacyRequest(
  shop: ShopId,
  request: { topic: string; eventId: string; customerKey: string | null; receivedAt: Date; completedAt: Date; report: unknown },
): Promise<void> {
  await pool.query(
    `insert into privacy_requests (shop, id, topic, event_id, customer_key, received_at, completed_at, report)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (shop, topic, event_id) do update set completed_at = excluded.completed_at, report = excluded.report`,
    [
      shop, uuidv7(), request.topic, request.eventId, request.customerKey, request.receivedAt, request.completedAt,
      request.report === null ? null : JSON.stringify(request.report),
    ],
  );
}
