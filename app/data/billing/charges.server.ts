import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

export interface BillingCharge {
  id: string;
  periodId: string;
  lineItemId: string;
  amountMinor: number;
  currency: string;
  state: "sending" | "sent" | "refused";
  error: string | null;
  madeAt: Date;
}

const columns = `id, period_id as "periodId", line_item_id as "lineItemId", amount_minor as "amountMinor", currency, state, error, made_at as "madeAt"`;

/** Writes a charge down before Shopify is asked for it; it counts as charged from here on, unless Shopify refuses it. */
export async function addCharge(shop: ShopId, charge: Omit<BillingCharge, "id" | "state" | "error">, client: Queryable): Promise<BillingCharge> {
  const id = uuidv7();
  await client.query(
    `insert into billing_charges (shop, id, period_id, line_item_id, amount_minor, currency, state, made_at) values ($1, $2, $3, $4, $5, $6, 'sending', $7)`,
    [shop, id, charge.periodId, charge.lineItemId, charge.amountMinor, charge.currency, charge.madeAt],
  );
  await client.query("update billing_periods set charged_minor = charged_minor + $3 where shop = $1 and id = $2", [shop, charge.periodId, charge.amountMinor]);
  return { ...charge, id, state: "sending", error: null };
}

/** The charge whose outcome is not known yet; there is one at most. */
export async function findCharge(shop: ShopId, client: Queryable = pool): Promise<BillingCharge | null> {
  const { rows } = await client.query<BillingCharge>(`select ${columns} from billing_charges where shop = $1 and state = 'sending' order by made_at limit 1`, [shop]);
  return rows[0] ?? null;
}

export async function markSent(shop: ShopId, id: string, recordId: string, now: Date): Promise<void> {
  await pool.query("update billing_charges set state = 'sent', record_id = $3, settled_at = $4 where shop = $1 and id = $2 and state = 'sending'", [shop, id, recordId, now]);
}

/** Takes a refused charge back, once. */
export async function markRefused(shop: ShopId, { id, periodId, amountMinor }: BillingCharge, error: string, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const { rowCount } = await client.query("update billing_charges set state = 'refused', error = $3, settled_at = $4 where shop = $1 and id = $2 and state = 'sending'", [shop, id, error, now]);
    if (rowCount) await client.query("update billing_periods set charged_minor = charged_minor - $3 where shop = $1 and id = $2", [shop, periodId, amountMinor]);
  });
}

/** Of a period, oldest first. */
export async function listCharges(shop: ShopId, periodId: string, limit = 100): Promise<BillingCharge[]> {
  const { rows } = await pool.query<BillingCharge>(`select ${columns} from billing_charges where shop = $1 and period_id = $2 order by made_at, id limit $3`, [shop, periodId, limit]);
  return rows;
}
