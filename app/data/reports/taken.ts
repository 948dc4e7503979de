const isUnpaid = "coalesce(o.financial_status, x.financial_status) in ('pending', 'partially_paid', 'expired', 'voided')";

/**
 * SQL, for `decisions d left join acceptances a`: what an order has shown of a block's choice, joined as `k`. A decision of
 * a block counts as one acceptance however many of its products were taken; unpaid while its order's money is missing. Where
 * a real order took of it as well, a test order says nothing of its state. An order that was deleted is what it was then.
 */
export const takenJoin = `left join lateral (
  select case when coalesce(bool_and(${isUnpaid}) filter (where not coalesce(o.test, x.test, false)), bool_and(${isUnpaid})) then 'unpaid' else 'confirmed' end as state,
    bool_and(coalesce(o.test, x.test, false)) as is_test, sum(c.units)::int as quantity, sum(c.amount_minor)::bigint as amount_minor, min(c.claimed_at) as claimed_at, min(c.confirmed_at) as confirmed_at
  from offer_claims c
  left join orders o on o.shop = c.shop and o.id = c.order_id
  left join deleted_orders x on x.shop = c.shop and x.id = c.order_id
  where c.shop = d.shop and c.decision_id = d.id and c.order_id is not null
  having count(*) > 0
) k on d.block is not null`;

/** The state of the acceptance, whichever way it was made; null for none. */
export const takenState = "coalesce(a.state, k.state)";

/** Its order is there; a decision of the customer account has none of its own and needs none. */
export const hasArrived = "(d.order_id is not null or d.placement = 'account')";

/** It was seen, and counts: its order is there and no test. */
export const countsAsSeen = `(d.impression_at is not null and ${hasArrived} and not d.is_test)`;

/** It was accepted, and counts: its order is there, confirmed it, and neither that order nor the one that holds the choice is a test. */
export const countsAsTaken = `coalesce(${takenState} = 'confirmed' and ${hasArrived} and not d.is_test and not coalesce(k.is_test, false), false)`;

/** SQL, for `decisions d`: the first decision of its order, whatever placements followed. A test order counts nowhere. */
export const isFirstOfOrder = `d.step = 1 and d.order_id is not null and not d.is_test and not exists (
  select from decisions e where e.shop = d.shop and e.order_id = d.order_id and e.step = 1 and (e.decided_at, e.id) < (d.decided_at, d.id))`;
