import { shelf } from "./catalogue";
import type { LargeShop, Statement } from "./fill";
import { firstId, slices, uuidSql } from "./fill";
import { customerOf, placedAt } from "./orders";

const id = uuidSql(placedAt, "n");
/** Of the newer half of the orders: seven in ten after the payment, the rest on the thank-you page; one in five is offered nothing. */
const outcome = "case when n % 5 = 0 then 'nothing' else 'offered' end";
const numbers = "from generate_series($4::bigint, $5::bigint) n";
/** Of those offered: seen by nine in ten, taken by one in twenty. */
const isTaken = "n % 20 = 6";

/** Decisions with their answers, acceptances and ledger; then letters that could not be processed, trials and opt-outs. */
export function decisionStatements({ orders, offers }: LargeShop): Statement[] {
  const decided = Math.ceil(orders / 2);
  const ranged = (sql: string): Statement[] => slices(decided).map(([from, to]) => ({ sql, values: [orders, from, to] }));
  const offerId = `('00000000-0000-7000-8000-' || lpad((n % ${String(offers)} + 1)::text, 12, '0'))::uuid`;
  // The same for every decision that begins with the same offer: made once, because making each costs more than all the rest.
  const considered = `considered as materialized (
    select first, isnt, jsonb_agg(jsonb_build_object('offerId', '00000000-0000-7000-8000-' || lpad(((first + c) % ${String(offers)} + 1)::text, 12, '0'), 'offerVersion', 2,
        'code', case when c = 0 and not isnt then 'chosen' else 'ruleNotMet' end, 'path', '0', 'kind', 'orderValue', 'productId', one.product_id, 'evidence', jsonb_build_object('kind', 'staffChoice', 'place', 1))) as candidates
    from generate_series(0, ${String(offers - 1)}) first cross join (values (true), (false)) answer(isnt) cross join generate_series(0, 7) c
    join shelf one on one.place = first * 13 % (select count(*) from shelf) group by first, isnt)`;
  const variant = "jsonb_build_object('variantId', one.variant_id, 'title', '', 'imageUrl', null, 'priceMinor', one.price_minor, 'discountedMinor', one.price_minor, 'maxQuantity', 3)";
  return [
    ...ranged(
      `with ${shelf}, ${considered}
       insert into decisions (shop, id, placement, reference_id, step, order_id, customer_key, outcome, offer_id, offer_version, facts, reasons, presented, block, currency, decided_at, expires_at, impression_at, declined_at)
       select $1, ${id}, case when n % 10 < 7 then 'post-purchase' else 'thank-you' end, 'large-' || n, 1, ${firstId} + n, ${customerOf}, ${outcome},
         case when n % 5 <> 0 then ${offerId} end, case when n % 5 <> 0 then 2 end,
         jsonb_build_object('referenceId', 'large-' || n, 'currency', currency, 'countryCode', 'GB', 'locale', 'en', 'totalMinor', 2500, 'lines', jsonb_build_array(jsonb_build_object('productId', one.product_id,
           'variantId', one.variant_id, 'quantity', 1, 'totalMinor', one.price_minor, 'catalogue', null)), 'customerKey', null, 'priorOrders', 2, 'discountCodes', null),
         jsonb_build_object('general', case when n % 15 = 0 then 'quietAfterDecline' end, 'candidates', considered.candidates),
         case when n % 5 <> 0 and n % 10 < 7 then jsonb_build_object('offerId', ${offerId}, 'offerVersion', 2, 'title', 'Goes well with your order', 'body', '', 'productId', one.product_id, 'productTitle', one.title,
           'productImageUrl', one.image_url, 'currency', currency, 'currencyExponent', 2, 'variants', jsonb_build_array(${variant}), 'discount', null, 'shippingMinor', 0) end,
         case when n % 5 <> 0 and n % 10 >= 7 then jsonb_build_object('kind', 'products', 'title', 'Goes well with your order', 'body', '', 'offerId', ${offerId}, 'offerVersion', 2, 'currency', currency,
           'currencyExponent', 2, 'saving', null, 'products', jsonb_build_array(jsonb_build_object('productId', one.product_id, 'title', one.title, 'imageUrl', null, 'url', null, 'variants', jsonb_build_array(${variant}), 'reason', 'chosen'))) end,
         currency, ${placedAt}, ${placedAt} + interval '1 hour', case when n % 5 <> 0 and n % 9 <> 0 then ${placedAt} + interval '2 seconds' end,
         case when n % 5 <> 0 and n % 10 < 5 and not (${isTaken}) and n % 9 <> 0 then ${placedAt} + interval '9 seconds' end
       ${numbers} join shelf one on one.place = (n * 31) % (select count(*) from shelf) join considered on considered.first = n % ${String(offers)} and considered.isnt = (n % 5 = 0) cross join (select currency from shops where shop = $1) held on conflict do nothing`),
    ...ranged(
      `insert into acceptances (shop, decision_id, variant_id, quantity, jti, issued_at, changes, amount_minor, state, order_id, line_id, confirmed_at, updated_at)
       select $1, ${id}, ${firstId}, 1, ${uuidSql(placedAt, "n + 1")}, ${placedAt} + interval '8 seconds', '[]', 1000 + n % 3000, 'confirmed', ${firstId} + n, 3, ${placedAt} + interval '1 minute', ${placedAt} + interval '1 minute'
       ${numbers} where ${isTaken} on conflict do nothing`),
    ...ranged(
      `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, currency, happened_at, recorded_at)
       select $1, ${uuidSql(placedAt, "n + step")}, 'large-' || n || '-' || step, ${id}, ${firstId} + n, 3, case step when 2 then 'accepted' else 'refund' end,
         (1000 + n % 3000) * (case step when 2 then 1 else -1 end), (select currency from shops where shop = $1), ${placedAt} + (step - 2) * interval '3 days', ${placedAt} + interval '3 days'
       ${numbers} cross join generate_series(2, 3) step where ${isTaken} and (step = 2 or n % 400 = 6) on conflict do nothing`),
    {
      sql: `insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload, status, attempts, last_error, processed_at)
        select $1, 'orders/updated', 'large-' || n, 'large-' || n, $2::timestamptz - n * interval '1 minute', $2::timestamptz - n * interval '1 minute', '{"id":1}', case when n <= $3::bigint / 1000 then 'dead' else 'done' end, 8,
          case when n <= $3::bigint / 1000 then 'The order could not be read at Shopify' end, $2 from generate_series(1, $3::bigint / 10) n on conflict do nothing`,
      values: [orders],
    },
    {
      sql: `insert into opt_outs (shop, customer_key, opted_out_at) select $1, 'c:' || n, $2::timestamptz - n * interval '1 hour' from generate_series(1, $3::bigint / 400) n on conflict do nothing`,
      values: [orders],
    },
    {
      sql: `insert into flow_events (shop, event_key, trigger, customer_key, payload, status, made_at, sent_at)
        select $1, 'large-' || n, (array['reorder-due', 'offer-accepted', 'valued-customer'])[n % 3 + 1], ${customerOf}, '{}', case when n % 100 = 0 then 'refused' else 'sent' end, $2::timestamptz - n * interval '365 days' / ($3::bigint / 10), $2
        from generate_series(1, $3::bigint / 10) n on conflict do nothing`,
      values: [orders],
    },
  ];
}
