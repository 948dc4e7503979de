import { createHmac } from "node:crypto";
import type { PoolClient } from "pg";
import type { CustomerKey } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

/**
 * The trace of an opt-out that outlives a redaction: "s:<32 hex>", a hash of the customer key under a key of its own
 * purpose. Only who comes with the same customer key is recognised by it; it names nobody and is found in no other table.
 */
export function traceOf(shop: ShopId, customerKey: CustomerKey): string {
  return `s:${createHmac("sha256", Buffer.from(env.GUEST_KEY, "base64")).update(`opt-out ${shop} ${customerKey}`).digest("hex").slice(0, 32)}`;
}

/** Both keys under which a person's opt-out may be kept. */
export function optOutKeys(shop: ShopId, customerKey: CustomerKey): string[] {
  return [customerKey, traceOf(shop, customerKey)];
}

/** Holds from now on; a repetition keeps the first time. */
export async function insertOptOut(shop: ShopId, customerKey: CustomerKey, now: Date, client: Queryable = pool): Promise<void> {
  await client.query(
    `insert into opt_outs as held (shop, customer_key, opted_out_at) values ($1, $2, $3)
     on conflict (shop, customer_key) do update set opted_out_at = excluded.opted_out_at, opted_in_at = null
     where held.opted_in_at is not null`,
    [shop, customerKey, now],
  );
}

/** Takes an opt-out back. What is left says so, or an opt-out under another key of the same person would come back. */
export async function endOptOut(shop: ShopId, customerKey: CustomerKey, now: Date): Promise<void> {
  await pool.query("update opt_outs set opted_in_at = $3 where shop = $1 and customer_key = any($2::text[]) and opted_in_at is null", [
    shop, optOutKeys(shop, customerKey), now,
  ]);
}

/** Since when the customer has not wanted to see offers; null when they may be asked. */
export async function readOptOut(shop: ShopId, customerKey: CustomerKey): Promise<Date | null> {
  const { rows } = await pool.query<{ since: Date | null }>({
    name: "read-opt-out",
    text: "select min(opted_out_at) as since from opt_outs where shop = $1 and customer_key = any($2::text[]) and opted_in_at is null",
    values: [shop, optOutKeys(shop, customerKey)],
  });
  return rows[0]?.since ?? null;
}

/** Two keys that an order has shown to be one person's. */
export interface KeyPair {
  orderId: number;
  customerKey: CustomerKey;
  guestKey: CustomerKey;
}

interface HeldRow {
  customer_key: string;
  opted_out_at: Date;
  opted_in_at: Date | null;
}

/** Carries what a person last said under one of their keys over to the other; says nothing of those who said nothing. */
export async function carryOptOuts(shop: ShopId, pairs: readonly KeyPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const keysOf = ({ customerKey, guestKey }: KeyPair) => [...optOutKeys(shop, customerKey), ...optOutKeys(shop, guestKey)];
  const { rows } = await pool.query<HeldRow>({
    name: "opt-outs-of-keys",
    text: "select customer_key, opted_out_at, opted_in_at from opt_outs where shop = $1 and customer_key = any($2::text[])",
    values: [shop, pairs.flatMap(keysOf)],
  });
  if (rows.length === 0) return;
  const held = new Map(rows.map((row) => [row.customer_key, row]));
  const redacted = await listRedacted(shop, pairs.map(({ orderId }) => orderId));
  for (const pair of pairs) {
    if (redacted.has(pair.orderId)) continue;
    const said = keysOf(pair).flatMap((key) => held.get(key) ?? []);
    const latest = said.reduce<HeldRow | null>((last, row) => (last === null || saidAt(row) > saidAt(last) ? row : last), null);
    if (latest) await writeBoth(shop, pair, latest);
  }
}

/** A late event of an order whose customer was forgotten brings nothing of theirs back. */
async function listRedacted(shop: ShopId, orderIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await pool.query<{ id: number }>("select id from orders where shop = $1 and id = any($2::bigint[]) and redacted_at is not null", [shop, orderIds]);
  return new Set(rows.map(({ id }) => id));
}

function saidAt({ opted_out_at: outAt, opted_in_at: inAt }: HeldRow): number {
  return (inAt ?? outAt).getTime();
}

async function writeBoth(shop: ShopId, { customerKey, guestKey }: KeyPair, { opted_out_at: outAt, opted_in_at: inAt }: HeldRow): Promise<void> {
  await pool.query(
    `insert into opt_outs as held (shop, customer_key, opted_out_at, opted_in_at) select $1, key, $3, $4 from unnest($2::text[]) key order by key
     on conflict (shop, customer_key) do update set opted_out_at = excluded.opted_out_at, opted_in_at = excluded.opted_in_at
     where coalesce(held.opted_in_at, held.opted_out_at) < coalesce(excluded.opted_in_at, excluded.opted_out_at)`,
    [shop, [customerKey, guestKey], outAt, inAt],
  );
}

/**
 * Leaves of a person's opt-out only its traces, one for each key that is known of them: who is forgotten must not be
 * asked again. Of somebody who may be asked nothing is left.
 */
export async function reduceOptOut(shop: ShopId, customerKeys: readonly CustomerKey[], client: Queryable): Promise<void> {
  const { rows } = await client.query<{ since: Date | null }>(
    "select min(opted_out_at) as since from opt_outs where shop = $1 and customer_key = any($2::text[]) and opted_in_at is null",
    [shop, customerKeys.flatMap((key) => optOutKeys(shop, key))],
  );
  await client.query("delete from opt_outs where shop = $1 and customer_key = any($2::text[])", [shop, customerKeys.flatMap((key) => optOutKeys(shop, key))]);
  const since = rows[0]?.since;
  if (since) for (const customerKey of customerKeys) await insertOptOut(shop, traceOf(shop, customerKey), since, client);
}
