import type { PoolClient } from "pg";
import type { ConfirmedAcceptance } from "../../domain/ledger/entries";
import type { MatchedClaim, OpenClaim } from "../../domain/ledger/match-claims";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

/** The claims with these ids or codes that no order has shown yet, the earliest first; locked until the transaction ends. */
export async function listOpenClaims(shop: ShopId, ids: readonly string[], codes: readonly string[], client: Queryable): Promise<OpenClaim[]> {
  if (ids.length === 0 && codes.length === 0) return [];
  const { rows } = await client.query<OpenClaim>({
    name: "list_open_claims",
    text: `select id, decision_id as "decisionId", variant_id as "variantId", quantity, unit_minor as "unitMinor",
             claimed_at as "claimedAt", expires_at as "expiresAt", discount_code as "discountCode"
           from offer_claims where shop = $1 and (id = any($2::uuid[]) or discount_code = any($3)) and order_id is null
           order by claimed_at, id for update`,
    values: [shop, ids, codes],
  });
  return rows;
}

/** Notes the order and line of a claim, once and for good. */
export async function confirmClaim(shop: ShopId, orderId: number, { claim, lineId, units, amountMinor }: MatchedClaim, orderedAt: Date, client: Queryable): Promise<void> {
  await client.query({
    name: "confirm_claim",
    text: `update offer_claims set order_id = $3, line_id = $4, units = $5, amount_minor = $6, confirmed_at = $7
           where shop = $1 and id = $2 and order_id is null`,
    values: [shop, claim.id, orderId, lineId, units, amountMinor, orderedAt],
  });
}

/**
 * Notes an order that had an offer's price for claims which another order holds: two checkouts that were open at the same
 * time. Gives the claims of which it was not known yet.
 */
export async function noteReuse(shop: ShopId, orderId: number, carried: readonly { claimId: string; unitMinor: number }[], client: Queryable): Promise<string[]> {
  if (carried.length === 0) return [];
  const { rows } = await client.query<{ id: string }>({
    name: "note_reuse",
    text: `update offer_claims set reused_by = reused_by || $3::bigint
           where shop = $1 and order_id <> $3 and not $3 = any(reused_by)
             and id in (select c.id from unnest($2::uuid[], $4::bigint[]) as c(id, paid) where c.paid < unit_before_minor)
           returning id`,
    values: [shop, carried.map(({ claimId }) => claimId), orderId, carried.map(({ unitMinor }) => unitMinor)],
  });
  return rows.map(({ id }) => id);
}

/** The claims that an order has shown. */
export async function listConfirmedClaims(shop: ShopId, orderId: number, client: Queryable): Promise<ConfirmedAcceptance[]> {
  const { rows } = await client.query<ConfirmedAcceptance>({
    name: "list_confirmed_claims",
    text: `select id as "claimId", decision_id as "decisionId", line_id as "lineId", units as quantity, amount_minor as "amountMinor", currency, confirmed_at as "confirmedAt"
           from offer_claims where shop = $1 and order_id = $2 order by id`,
    values: [shop, orderId],
  });
  return rows;
}
