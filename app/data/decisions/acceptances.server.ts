import { v4 as uuid } from "uuid";
import type { Change } from "../../domain/decisions/contract";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface NewAcceptance {
  decisionId: string;
  variantId: number;
  quantity: number;
  changes: readonly Change[];
  /** Line total before tax, as shown. */
  amountMinor: number;
  now: Date;
}

/** Accepted offers that one purchase may hold (App Store requirement 5.8.4). */
export const maxOffersPerPurchase = 2;

/**
 * Stores what is about to be signed, unless the decision has an acceptance already, was declined, is over, or its
 * purchase holds as many as it may: the database decides that, so of any number at once one is stored. The stored row is to be read back.
 */
export async function insertAcceptance(shop: ShopId, acceptance: NewAcceptance): Promise<void> {
  const { decisionId, variantId, quantity, changes, amountMinor, now } = acceptance;
  await pool.query({
    name: "insert_acceptance",
    text: `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, updated_at)
           select d.shop, d.id, $3, $4, $5, date_trunc('second', $8::timestamptz), $6, $7, 'signed', d.order_id, $8
           from (
             select * from decisions
             where shop = $1 and id = $2 and outcome = 'offered' and declined_at is null and expires_at > $8
             for update
           ) d
           where (select count(*) from decisions other join acceptances a on a.shop = other.shop and a.decision_id = other.id
                  where other.shop = $1 and other.reference_id = d.reference_id and other.id <> d.id) < $9
           on conflict do nothing`,
    values: [shop, decisionId, variantId, quantity, uuid(), JSON.stringify(changes), amountMinor, now, maxOffersPerPurchase],
  });
}

export type Outcome = { state: "applied" } | { state: "unpaid" | "failed"; errorCode: string };

/** Notes what the shopper's page reported of its own purchase; what the order itself has shown since is not touched. */
export async function recordOutcome(shop: ShopId, decisionId: string, referenceId: string, outcome: Outcome, now: Date): Promise<void> {
  await pool.query({
    name: "record_outcome",
    text: `update acceptances a set state = $4, error_code = $5, updated_at = $6
           from decisions d
           where a.shop = $1 and a.decision_id = $2 and d.shop = a.shop and d.id = a.decision_id and d.reference_id = $3
             and a.line_id is null and (a.state = 'signed' or $4 = 'applied')`,
    values: [shop, decisionId, referenceId, outcome.state, "errorCode" in outcome ? outcome.errorCode : null, now],
  });
}
