import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Dispute, Order, OrderReturn, Shop } from "../../store/model";
import { restTime } from "./dates";

/** A return as returns/* webhooks carry it: its order and state, no times. */
export function returnPayload(order: Order, made: OrderReturn): Record<string, unknown> {
  return {
    id: made.id,
    admin_graphql_api_id: gid("Return", made.id),
    name: made.name,
    order: { id: order.id, admin_graphql_api_id: gid("Order", order.id) },
    status: made.status.toLowerCase(),
    total_return_line_items: order.lines.length,
    return_line_items: [],
  };
}

/** A dispute as disputes/* webhooks carry it. */
export function disputePayload(shop: Shop, order: Order, dispute: Dispute): Record<string, unknown> {
  return {
    id: dispute.id,
    order_id: order.id,
    type: "chargeback",
    amount: formatFixed(dispute.amount, order.currency),
    currency: order.currency,
    reason: "product_not_received",
    network_reason_code: "4855",
    status: dispute.status.toLowerCase(),
    evidence_due_by: restTime(dispute.initiatedAt + 14 * 86_400_000, shop.timezone),
    evidence_sent_on: null,
    finalized_on: dispute.finalizedOn === null ? null : restTime(dispute.finalizedOn, shop.timezone),
    initiated_at: restTime(dispute.initiatedAt, shop.timezone),
  };
}
