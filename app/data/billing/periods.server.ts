import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Billed } from "../../domain/billing/bill-entries";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

export interface BillingPeriod {
  id: string;
  subscriptionId: number;
  currency: string;
  startsAt: Date;
  endsAt: Date;
  netMinor: number;
  feeMinor: number;
  /** Acceptances with a line in it. */
  lines: number;
  creditInMinor: number;
  chargedMinor: number;
  waivedMinor: number;
  closedAt: Date | null;
}

const columns = `id, subscription_id as "subscriptionId", currency, starts_at as "startsAt", ends_at as "endsAt", net_minor as "netMinor", fee_minor as "feeMinor",
  lines, credit_in_minor as "creditInMinor", charged_minor as "chargedMinor", waived_minor as "waivedMinor", closed_at as "closedAt"`;

export async function findOpenPeriod(shop: ShopId, client: Queryable = pool): Promise<BillingPeriod | null> {
  const { rows } = await client.query<BillingPeriod>(`select ${columns} from billing_periods where shop = $1 and closed_at is null order by starts_at desc limit 1`, [shop]);
  return rows[0] ?? null;
}

export async function findPeriod(shop: ShopId, id: string): Promise<BillingPeriod | null> {
  const { rows } = await pool.query<BillingPeriod>(`select ${columns} from billing_periods where shop = $1 and id = $2`, [shop, id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listPeriods(shop: ShopId, limit = 13): Promise<BillingPeriod[]> {
  const { rows } = await pool.query<BillingPeriod>(`select ${columns} from billing_periods where shop = $1 order by starts_at desc limit $2`, [shop, limit]);
  return rows;
}

export async function openPeriod(
  shop: ShopId,
  period: Pick<BillingPeriod, "subscriptionId" | "currency" | "startsAt" | "endsAt" | "creditInMinor">,
  client: Queryable,
): Promise<BillingPeriod> {
  const { rows } = await client.query<BillingPeriod>(
    `insert into billing_periods (shop, id, subscription_id, currency, starts_at, ends_at, credit_in_minor) values ($1, $2, $3, $4, $5, $6, $7) returning ${columns}`,
    [shop, uuidv7(), period.subscriptionId, period.currency, period.startsAt, period.endsAt, period.creditInMinor],
  );
  const [opened] = rows;
  if (!opened) throw new Error("A billing period was not written");
  return opened;
}

export async function closePeriodRow(shop: ShopId, id: string, waivedMinor: number, now: Date, client: Queryable): Promise<void> {
  await client.query("update billing_periods set closed_at = $3, waived_minor = $4 where shop = $1 and id = $2 and closed_at is null", [shop, id, now, waivedMinor]);
}

/** Writes down what a run made of ledger entries, lines and sums together; run it under the shop's billing lock. */
export async function saveBilled(shop: ShopId, period: BillingPeriod, billed: Billed, client: Queryable): Promise<BillingPeriod> {
  await client.query(
    `insert into billed_entries (shop, entry_id, period_id)
     select $1, unnest($2::uuid[]), $3::uuid union all select $1, unnest($4::uuid[]), null`,
    [shop, billed.counted, period.id, billed.free],
  );
  await client.query(
    `insert into billing_lines (shop, period_id, acceptance_key, position, decision_id, order_id, changed_at, gross_minor, refund_minor, tax_minor, net_minor, fee_minor)
     select $1, $2, x."acceptanceKey", $3 + x.place, x."decisionId", x."orderId", x."changedAt", x."grossMinor", x."refundMinor", x."taxMinor", x."netMinor", x."feeMinor"
     from (select c.*, row_number() over () as place from jsonb_to_recordset($4) as c("acceptanceKey" uuid, "decisionId" uuid, "orderId" bigint, "changedAt" timestamptz,
       "grossMinor" bigint, "refundMinor" bigint, "taxMinor" bigint, "netMinor" bigint, "feeMinor" bigint)) x
     on conflict (shop, period_id, acceptance_key) do update set changed_at = greatest(billing_lines.changed_at, excluded.changed_at),
       gross_minor = billing_lines.gross_minor + excluded.gross_minor, refund_minor = billing_lines.refund_minor + excluded.refund_minor,
       tax_minor = billing_lines.tax_minor + excluded.tax_minor, net_minor = billing_lines.net_minor + excluded.net_minor, fee_minor = billing_lines.fee_minor + excluded.fee_minor`,
    [shop, period.id, period.lines, JSON.stringify(billed.changes)],
  );
  // Positions are given out once, taken or not by a line that was there already.
  const lines = period.lines + billed.changes.length;
  await client.query("update billing_periods set net_minor = $3, fee_minor = $4, lines = $5 where shop = $1 and id = $2", [shop, period.id, billed.netMinor, billed.feeMinor, lines]);
  return { ...period, netMinor: billed.netMinor, feeMinor: billed.feeMinor, lines };
}
