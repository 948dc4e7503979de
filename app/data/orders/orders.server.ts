import type { PoolClient } from "pg";
import type { MirroredOrder } from "../../domain/orders/mirrored-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { markUncounted } from "../recommendations/uncounted-orders.server";

type Queryable = Pick<PoolClient, "query">;

/** An order's state, and when Shopify sent it or was asked for it. */
export interface ObservedOrder {
  order: MirroredOrder;
  observedAt: Date;
}

/**
 * Keeps an order's deletion and the writing of its state apart until the end of the transaction: a writer who looked for
 * the deletion before it was committed would bring the order back. Writers do not wait for each other.
 */
export async function lockOrders(shop: ShopId, whatFor: "write" | "delete", client: Queryable): Promise<void> {
  const lock = whatFor === "write" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await client.query({ name: `lock-orders-to-${whatFor}`, text: `select ${lock}(hashtextextended('orders:' || $1, 0))`, values: [shop] });
}

/**
 * Writes orders unless a newer state is held, and returns the ids of those written. Deleted orders stay deleted and
 * redacted ones stay without their customer and country. Ids must differ within a call; run it in a transaction.
 */
export async function saveOrders(shop: ShopId, orders: readonly ObservedOrder[], client: Queryable): Promise<number[]> {
  if (orders.length === 0) return [];
  await lockOrders(shop, "write", client);
  const { rows } = await client.query<{ id: number }>({
    name: "save-orders",
    text: `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways,
             discount_codes, subtotal_minor, total_minor, financial_status, taxes_included, test, processed_at, cancelled_at, source_at, observed_at,
             gift_confidence)
           select $1, id, name, checkout_token, customer_key, currency, country_code, source_name, gateways,
             discount_codes, subtotal_minor, total_minor, financial_status, taxes_included, test, processed_at, cancelled_at, source_at, observed_at,
             case when gift = 'unknown' then (select o.gift_confidence from orders o where o.shop = $1 and o.id = x.id) else nullif(gift, 'none') end
           from json_to_recordset($2::json) as x(id bigint, name text, checkout_token text, customer_key text, currency text,
             country_code text, source_name text, gateways text[], discount_codes text[], subtotal_minor bigint, total_minor bigint,
             financial_status text, taxes_included boolean, test boolean, processed_at timestamptz, cancelled_at timestamptz, source_at timestamptz,
             observed_at timestamptz, gift text)
           where not exists (select from deleted_orders d where d.shop = $1 and d.id = x.id)
           order by id
           on conflict (shop, id) do update set
             name = excluded.name, checkout_token = excluded.checkout_token,
             customer_key = case when orders.redacted_at is null then excluded.customer_key end,
             currency = excluded.currency,
             country_code = case when orders.redacted_at is null then excluded.country_code end, source_name = excluded.source_name,
             gateways = excluded.gateways, discount_codes = excluded.discount_codes, subtotal_minor = excluded.subtotal_minor,
             total_minor = excluded.total_minor, financial_status = excluded.financial_status,
             taxes_included = coalesce(excluded.taxes_included, orders.taxes_included), test = excluded.test,
             processed_at = excluded.processed_at, cancelled_at = excluded.cancelled_at, source_at = excluded.source_at,
             observed_at = excluded.observed_at,
             gift_confidence = case when orders.redacted_at is null then excluded.gift_confidence end
           where (orders.source_at, orders.observed_at) <= (excluded.source_at, excluded.observed_at)
           returning id`,
    values: [shop, JSON.stringify(orders.map(orderRow))],
  });
  const written = new Set(rows.map(({ id }) => id));
  await saveLines(shop, orders.filter(({ order }) => written.has(order.id)), client);
  await saveRefunds(shop, orders, client);
  await markUncounted(shop, [...written], client);
  return [...written];
}

async function saveLines(shop: ShopId, orders: readonly ObservedOrder[], client: Queryable): Promise<void> {
  if (orders.length === 0) return;
  await client.query({
    name: "clear-order-lines",
    text: "delete from order_lines where shop = $1 and order_id = any($2::bigint[])",
    values: [shop, orders.map(({ order }) => order.id)],
  });
  await client.query({
    name: "save-order-lines",
    text: `insert into order_lines (shop, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor, tax_minor, claim)
           select $1, order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor, tax_minor, claim
           from json_to_recordset($2::json) as x(order_id bigint, id bigint, product_id bigint, variant_id bigint, title text,
             quantity int, current_quantity int, unit_minor bigint, total_minor bigint, tax_minor bigint, claim text)`,
    values: [shop, JSON.stringify(orders.flatMap(({ order }) => order.lines.map((line) => ({
      order_id: order.id,
      id: line.id,
      product_id: line.productId,
      variant_id: line.variantId,
      title: line.title,
      quantity: line.quantity,
      current_quantity: line.currentQuantity,
      unit_minor: line.unitMinor,
      total_minor: line.totalMinor,
      tax_minor: line.taxMinor,
      claim: line.claim ?? null,
    }))))],
  });
}

/** A refund never changes: those of an older state of an order are as true as those of a newer one. */
async function saveRefunds(shop: ShopId, orders: readonly ObservedOrder[], client: Queryable): Promise<void> {
  const rows = orders.flatMap(({ order }) => order.refundLines.map((line) => ({
    order_id: order.id,
    refund_id: line.refundId,
    line_id: line.lineId,
    quantity: line.quantity,
    subtotal_minor: line.subtotalMinor,
    refunded_at: line.refundedAt,
  })));
  await saveRefundRows(shop, rows, client);
}

export interface RefundRow {
  order_id: number;
  refund_id: number;
  line_id: number;
  quantity: number;
  subtotal_minor: number;
  refunded_at: Date;
}

/** Adds lines of refunds; known ones stay as they are. Run it in a transaction. */
export async function saveRefundRows(shop: ShopId, rows: readonly RefundRow[], client: Queryable): Promise<void> {
  if (rows.length === 0) return;
  await lockOrders(shop, "write", client);
  await client.query({
    name: "save-refund-lines",
    text: `insert into refund_lines (shop, order_id, refund_id, line_id, quantity, subtotal_minor, refunded_at)
           select $1, order_id, refund_id, line_id, quantity, subtotal_minor, refunded_at
           from json_to_recordset($2::json) as x(order_id bigint, refund_id bigint, line_id bigint, quantity int,
             subtotal_minor bigint, refunded_at timestamptz)
           where not exists (select from deleted_orders d where d.shop = $1 and d.id = x.order_id)
           on conflict do nothing`,
    values: [shop, JSON.stringify(rows)],
  });
}

function orderRow({ order, observedAt }: ObservedOrder) {
  return {
    id: order.id,
    name: order.name,
    checkout_token: order.checkoutToken,
    customer_key: order.customerKey,
    currency: order.currency,
    country_code: order.countryCode,
    source_name: order.sourceName,
    gateways: order.gateways,
    discount_codes: order.discountCodes,
    subtotal_minor: order.subtotalMinor,
    total_minor: order.totalMinor,
    financial_status: order.financialStatus,
    taxes_included: order.taxesIncluded,
    test: order.test,
    processed_at: order.processedAt,
    cancelled_at: order.cancelledAt,
    source_at: order.sourceAt,
    observed_at: observedAt,
    gift: order.gift,
  };
}
