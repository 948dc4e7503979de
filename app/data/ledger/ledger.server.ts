import type { PoolClient } from "pg";
import { v7 as uuid } from "uuid";
import type { TracedEntry } from "../../domain/ledger/deletion";
import type { NewEntry, RecordedEntry } from "../../domain/ledger/entries";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

/** What the ledger holds of an order, in the order of recording. */
export async function listEntries(shop: ShopId, orderId: number, client: Queryable): Promise<RecordedEntry[]> {
  const { rows } = await client.query<RecordedEntry>({
    name: "list_entries",
    text: `select source_key as "sourceKey", amount_minor as "amountMinor", tax_minor as "taxMinor" from ledger_entries
           where shop = $1 and order_id = $2 order by recorded_at, id`,
    values: [shop, orderId],
  });
  return rows;
}

/** The same with what they are of. */
export async function listTracedEntries(shop: ShopId, orderId: number, client: Queryable): Promise<TracedEntry[]> {
  const { rows } = await client.query<TracedEntry>(
    `select source_key as "sourceKey", amount_minor as "amountMinor", tax_minor as "taxMinor", decision_id as "decisionId", line_id as "lineId", currency
     from ledger_entries where shop = $1 and order_id = $2 order by recorded_at, id`,
    [shop, orderId],
  );
  return rows;
}

/** Adds entries; one whose cause is recorded already is left out. Entries are never changed or removed. */
export async function appendEntries(shop: ShopId, orderId: number, entries: readonly NewEntry[], now: Date, client: Queryable): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, id: uuid() }));
  await client.query({
    name: "append_entries",
    text: `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, tax_minor, currency, happened_at, recorded_at)
           select $1, e.id, e."sourceKey", e."decisionId", $2, e."lineId", e.kind, e."amountMinor", e."taxMinor", e.currency, e."happenedAt", $4
           from jsonb_to_recordset($3) as e(id uuid, "sourceKey" text, "decisionId" uuid, "lineId" bigint, kind text,
             "amountMinor" bigint, "taxMinor" bigint, currency text, "happenedAt" timestamptz)
           on conflict (shop, source_key) do nothing`,
    values: [shop, orderId, JSON.stringify(rows), now],
  });
}
