import type { PoolClient } from "pg";
import type { BilledSoFar, EntryToBill } from "../../domain/billing/bill-entries";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

export interface UnbilledEntry extends Omit<EntryToBill, "line"> {
  recordedAt: Date;
  /** Null where the mirror does not know of tax yet; "gone" where it lacks the line. */
  line: EntryToBill["line"] | null | "gone";
}

interface Row extends Omit<EntryToBill, "line"> {
  recordedAt: Date;
  isKnown: boolean;
  taxesIncluded: boolean | null;
  totalMinor: number | null;
  taxMinor: number | null;
}

/** Of an order that Shopify deleted the entries come to nothing, and so does their tax. */
const nothingLeft: EntryToBill["line"] = { totalMinor: 0, taxMinor: 0, taxesIncluded: false };

/** Ledger entries recorded from a time on that no period holds yet, the earliest first; those that only correct a tax change no amount. */
export async function listUnbilled(shop: ShopId, from: Date, currency: string, limit: number, client: Queryable): Promise<UnbilledEntry[]> {
  const { rows } = await client.query<Row>(
    `select e.id as "entryId", substring(e.source_key from '([0-9a-f-]{36})(?:#[0-9]+)?$') as "acceptanceKey", e.decision_id as "decisionId", e.order_id as "orderId",
            e.source_key like 'accepted:%' as "isAcceptance", e.amount_minor as "amountMinor", e.happened_at as "happenedAt", e.recorded_at as "recordedAt",
            o.id is not null as "isKnown", o.taxes_included as "taxesIncluded", l.total_minor as "totalMinor", l.tax_minor as "taxMinor"
     from ledger_entries e
     left join orders o on o.shop = e.shop and o.id = e.order_id
     left join order_lines l on l.shop = e.shop and l.order_id = e.order_id and l.id = e.line_id
     where e.shop = $1 and e.recorded_at >= $2 and e.currency = $3 and e.amount_minor <> 0 and not exists (select from billed_entries b where b.shop = e.shop and b.entry_id = e.id)
     order by e.recorded_at, e.id limit $4`,
    [shop, from, currency, limit],
  );
  return rows.map(({ isKnown, taxesIncluded, totalMinor, taxMinor, ...entry }) => {
    if (!isKnown) return { ...entry, line: nothingLeft };
    if (totalMinor === null) return { ...entry, line: "gone" };
    if (taxesIncluded === false) return { ...entry, line: { totalMinor, taxMinor: 0, taxesIncluded } };
    return { ...entry, line: taxesIncluded === null || taxMinor === null ? null : { totalMinor, taxMinor, taxesIncluded } };
  });
}

/** What is billed of acceptances already, over all periods; those that never were are left out. */
export async function readBilledSoFar(shop: ShopId, acceptanceKeys: readonly string[], client: Queryable): Promise<Map<string, BilledSoFar>> {
  const { rows } = await client.query<BilledSoFar & { key: string }>(
    `select acceptance_key as key, sum(gross_minor + refund_minor)::bigint as "keptMinor", sum(tax_minor)::bigint as "taxMinor"
     from billing_lines where shop = $1 and acceptance_key = any($2::uuid[]) group by 1`,
    [shop, [...new Set(acceptanceKeys)]],
  );
  return new Map(rows.map(({ key, keptMinor, taxMinor }) => [key, { keptMinor, taxMinor }]));
}
