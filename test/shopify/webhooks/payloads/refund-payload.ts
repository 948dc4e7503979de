import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Order, Refund, Shop } from "../../store/model";
import { restTime } from "./dates";
import { linePayload, priceSet } from "./order-payload";

/** A refund as refunds/create carries it, and as it is nested in an order. */
export function refundPayload(shop: Shop, order: Order, refund: Refund): Record<string, unknown> {
  const at = restTime(refund.createdAt, shop.timezone);
  const transaction = order.transactions.find((known) => known.id === refund.transactionId);
  const parent = order.transactions.find((known) => known.kind === "SALE" && known.status === "SUCCESS");
  return {
    id: refund.id,
    admin_graphql_api_id: gid("Refund", refund.id),
    order_id: order.id,
    created_at: at,
    note: refund.note,
    user_id: shop.ownerId,
    processed_at: at,
    restock: refund.lines.some((line) => line.restockType !== "NO_RESTOCK"),
    duties: [],
    total_duties_set: priceSet(0, order.currency),
    return: null,
    refund_shipping_lines: [],
    refund_line_items: refund.lines.map((entry) => {
      const line = order.lines.find((candidate) => candidate.id === entry.lineId);
      return {
        id: entry.id,
        line_item_id: entry.lineId,
        location_id: entry.restockType === "NO_RESTOCK" ? null : shop.locationId,
        quantity: entry.quantity,
        restock_type: entry.restockType.toLowerCase(),
        subtotal: Number(formatFixed(entry.subtotal, order.currency)),
        subtotal_set: priceSet(entry.subtotal, order.currency),
        total_tax: Number(formatFixed(entry.tax, order.currency)),
        total_tax_set: priceSet(entry.tax, order.currency),
        line_item: line ? linePayload(shop, order, line, line.discounts) : null,
      };
    }),
    order_adjustments:
      refund.shipping === 0
        ? []
        : [
            {
              id: refund.id,
              amount: formatFixed(-refund.shipping, order.currency),
              amount_set: priceSet(-refund.shipping, order.currency),
              kind: "shipping_refund",
              order_id: order.id,
              reason: "Shipping refund",
              refund_id: refund.id,
              tax_amount: "0.00",
              tax_amount_set: priceSet(0, order.currency),
            },
          ],
    transactions: transaction
      ? [
          {
            id: transaction.id,
            admin_graphql_api_id: gid("OrderTransaction", transaction.id),
            amount: formatFixed(transaction.amount, order.currency),
            created_at: at,
            currency: order.currency,
            gateway: transaction.gateway,
            kind: "refund",
            order_id: order.id,
            parent_id: parent?.id ?? null,
            processed_at: at,
            source_name: "web",
            status: "success",
            test: false,
          },
        ]
      : [],
  };
}
