/**
 * SQL, for `decisions d left join acceptances a`: what an order has shown of a block's choice, joined as `k`. A decision of
 * a block counts as one acceptance however many of its products were taken; unpaid while its order's money is missing.
 */
export const takenJoin = `left join lateral (
  select case when bool_and(o.financial_status in ('pending', 'partially_paid', 'expired', 'voided')) then 'unpaid' else 'confirmed' end as state,
    sum(c.units)::int as quantity, sum(c.amount_minor)::bigint as amount_minor, min(c.claimed_at) as claimed_at, min(c.confirmed_at) as confirmed_at
  from offer_claims c join orders o on o.shop = c.shop and o.id = c.order_id
  where c.shop = d.shop and c.decision_id = d.id
  having count(*) > 0
) k on d.block is not null`;

/** The state of the acceptance, whichever way it was made; null for none. */
export const takenState = "coalesce(a.state, k.state)";

/** Its order is there; a decision of the customer account has none of its own and needs none. */
export const hasArrived = "(d.order_id is not null or d.placement = 'account')";
