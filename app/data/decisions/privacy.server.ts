import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Whose decisions are meant: one customer's, those of some orders, or all of the shop's. */
export type DecisionsOf = { customerKey: string } | { orderIds: readonly number[] } | "everything";

/**
 * Removes what links decisions to a person, and with "everything" the decisions, acceptances and ledger themselves. What
 * was decided and sold stays for the shop's figures. Repeating it changes nothing.
 */
export async function forgetDecisions(shop: ShopId, whose: DecisionsOf, client: Pick<PoolClient, "query"> = pool): Promise<void> {
  if (whose === "everything") {
    await client.query("delete from ledger_entries where shop = $1", [shop]);
    // Acceptances and claims go with their decisions.
    await client.query("delete from decisions where shop = $1", [shop]);
    return;
  }
  const [condition, value] = "customerKey" in whose
    ? ["customer_key = $2", whose.customerKey]
    : ["order_id = any($2::bigint[])", whose.orderIds];
  await client.query(
    // The account's decisions are filed under the customer and the day.
    `update decisions set customer_key = null,
       reference_id = case when placement = 'account' then id::text else reference_id end,
       facts = case when placement = 'account' then facts || '{"referenceId": ""}' else facts end || '{"customerKey": null, "countryCode": null, "priorOrders": null, "discountCodes": null,
                         "checkout": null, "customer": null, "visit": null, "encounters": null}'
     where shop = $1 and ${condition}`,
    [shop, value],
  );
}

export interface HeldDecision {
  decidedAt: Date;
  outcome: string;
  offerId: string | null;
  facts: unknown;
  impressionAt: Date | null;
  declinedAt: Date | null;
  acceptance: string | null;
  /** What was chosen of a block. */
  claims: { variantId: number; claimedAt: string; orderId: number | null }[];
}

/** Everything held on a customer's decisions, oldest first, for the merchant to hand over. */
export async function describeCustomerData(shop: ShopId, customerKey: string): Promise<HeldDecision[]> {
  const { rows } = await pool.query<HeldDecision>(
    `select d.decided_at as "decidedAt", d.outcome, d.offer_id as "offerId", d.facts, d.impression_at as "impressionAt",
            d.declined_at as "declinedAt", a.state as acceptance,
            (select coalesce(jsonb_agg(jsonb_build_object('variantId', c.variant_id, 'claimedAt', c.claimed_at, 'orderId', c.order_id) order by c.claimed_at), '[]')
             from offer_claims c where c.shop = d.shop and c.decision_id = d.id) as claims
     from decisions d left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     where d.shop = $1 and d.customer_key = $2 order by d.decided_at`,
    [shop, customerKey],
  );
  return rows;
}
