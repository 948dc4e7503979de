import type { PoolClient } from "pg";
import type { ConfirmedAcceptance } from "../../domain/ledger/entries";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

/** Ties decisions and acceptances to the order that came of their purchase, and what was decided for nobody known to its customer. */
export async function linkDecisions(shop: ShopId, checkoutToken: string, orderId: number, client: Queryable): Promise<void> {
  await client.query({
    name: "link_decisions",
    text: `update decisions d set order_id = $3, is_test = o.test, customer_key = coalesce(d.customer_key, o.customer_key)
           from orders o
           where d.shop = $1 and d.reference_id = $2 and o.shop = $1 and o.id = $3
             and (d.order_id is distinct from $3 or d.is_test <> o.test or (d.customer_key is null and o.customer_key is not null))`,
    values: [shop, checkoutToken, orderId],
  });
  await client.query({
    name: "link_acceptances",
    text: `update acceptances a set order_id = $3 from decisions d
           where d.shop = $1 and d.reference_id = $2 and a.shop = d.shop and a.decision_id = d.id and a.order_id is distinct from $3`,
    values: [shop, checkoutToken, orderId],
  });
}

/** An acceptance whose line has not been found on its order yet. */
export interface OpenAcceptance {
  decisionId: string;
  variantId: number;
  quantity: number;
  /** As shown. */
  amountMinor: number;
  issuedAt: Date;
}

/** Signed, whatever the page said of it since; oldest first. */
export async function listOpenAcceptances(shop: ShopId, orderId: number, client: Queryable = pool): Promise<OpenAcceptance[]> {
  const { rows } = await client.query<OpenAcceptance>({
    name: "list_open_acceptances",
    text: `select decision_id as "decisionId", variant_id as "variantId", quantity, amount_minor as "amountMinor", issued_at as "issuedAt"
           from acceptances where shop = $1 and order_id = $2 and line_id is null order by issued_at, decision_id`,
    values: [shop, orderId],
  });
  return rows;
}

export interface FoundLine {
  decisionId: string;
  lineId: number;
  /** What is kept of it if nothing happens to it. */
  amountMinor: number;
  addedAt: Date;
}

/** Notes the line of an acceptance, once. */
export async function confirmAcceptance(shop: ShopId, { decisionId, lineId, amountMinor, addedAt }: FoundLine, now: Date, client: Queryable): Promise<void> {
  await client.query({
    name: "confirm_acceptance",
    text: `update acceptances set line_id = $3, amount_minor = $4, confirmed_at = $5, updated_at = $6
           where shop = $1 and decision_id = $2 and line_id is null`,
    values: [shop, decisionId, lineId, amountMinor, addedAt, now],
  });
}

/** The acceptances of an order whose lines are known. */
export async function listConfirmed(shop: ShopId, orderId: number, client: Queryable): Promise<ConfirmedAcceptance[]> {
  const { rows } = await client.query<ConfirmedAcceptance>({
    name: "list_confirmed",
    text: `select a.decision_id as "decisionId", a.line_id as "lineId", a.quantity, a.amount_minor as "amountMinor", d.currency, a.confirmed_at as "confirmedAt"
           from acceptances a join decisions d on d.shop = a.shop and d.id = a.decision_id
           where a.shop = $1 and a.order_id = $2 and a.line_id is not null order by a.decision_id`,
    values: [shop, orderId],
  });
  return rows;
}

/** Brings the acceptances whose lines are known to the state that the order's payment is in. */
export async function setPaymentState(shop: ShopId, orderId: number, state: "confirmed" | "unpaid", now: Date, client: Queryable): Promise<void> {
  await client.query({
    name: "set_payment_state",
    text: `update acceptances set state = $3, error_code = case when $3 = 'unpaid' then error_code end, updated_at = $4
           where shop = $1 and order_id = $2 and line_id is not null and state <> $3`,
    values: [shop, orderId, state, now],
  });
}

/**
 * Marks what was signed before `signedBefore`, even where the page said that it was applied, and never came to be on its
 * mirrored order; how many there were. All shops at once.
 */
export async function failUnappliedAcceptances(signedBefore: Date, now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `update acceptances a set state = 'failed', error_code = 'not_applied', updated_at = $2
     from orders o
     where a.state in ('signed', 'applied') and a.line_id is null and a.updated_at < $1 and o.shop = a.shop and o.id = a.order_id`,
    [signedBefore, now],
  );
  return rowCount ?? 0;
}
