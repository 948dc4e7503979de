import type { PoolClient } from "pg";
import type { SettledOrder } from "../../domain/ledger/entries";
import type { ShopId } from "../../domain/shops/shop-id";

/** The mirrored order as far as the ledger looks at it. */
export interface OrderToSettle extends SettledOrder {
  id: number;
  checkoutToken: string | null;
  discountCodes: string[];
  processedAt: Date;
  lines: readonly LineToSettle[];
}

type LineToSettle = SettledOrder["lines"][number] & { variantId: number | null; claim: string | null };

interface OrderRow {
  checkoutToken: string | null;
  discountCodes: string[];
  processedAt: Date;
  financialStatus: string;
  cancelledAt: Date | null;
  sourceAt: Date;
  taxesIncluded: boolean | null;
  test: boolean;
}

type Queryable = Pick<PoolClient, "query">;

/** Null when the mirror does not hold the order. Nobody else settles or mirrors it until the transaction ends. */
export async function lockOrder(shop: ShopId, orderId: number, client: Queryable): Promise<OrderToSettle | null> {
  const orders = await client.query<OrderRow>({
    name: "lock_order",
    text: `select checkout_token as "checkoutToken", discount_codes as "discountCodes", processed_at as "processedAt", financial_status as "financialStatus", cancelled_at as "cancelledAt", source_at as "sourceAt",
             taxes_included as "taxesIncluded", test
           from orders where shop = $1 and id = $2 for no key update`,
    values: [shop, orderId],
  });
  const order = orders.rows[0];
  if (!order) return null;
  const lines = await client.query<LineToSettle>({
    name: "settled_lines",
    text: `select id, variant_id as "variantId", quantity, current_quantity as "currentQuantity", total_minor as "totalMinor", tax_minor as "taxMinor", claim
           from order_lines where shop = $1 and order_id = $2 order by id`,
    values: [shop, orderId],
  });
  const refundLines = await client.query<SettledOrder["refundLines"][number]>({
    name: "settled_refund_lines",
    text: `select refund_id as "refundId", line_id as "lineId", quantity, subtotal_minor as "subtotalMinor", refunded_at as "refundedAt"
           from refund_lines where shop = $1 and order_id = $2 order by refund_id, line_id`,
    values: [shop, orderId],
  });
  return { id: orderId, ...order, lines: lines.rows, refundLines: refundLines.rows };
}
