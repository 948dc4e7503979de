import { z } from "zod";
import { findOrderCurrency } from "../../data/orders/order-queries.server";
import { saveRefundRows } from "../../data/orders/orders.server";
import { inTransaction } from "../../data/database.server";
import { parseOrderPayload, parseRefundPayload } from "../../domain/orders/order-payload";
import { parseRecord, RestId } from "../../domain/sync/shopify-fields";
import { queueRedeemed } from "../discounts/discount-jobs.server";
import type { MirrorHandler } from "../inbox/event-handler";
import { deleteOrder } from "../ledger/delete-order.server";
import { noteReferralsIn } from "../referrals/note-referrals.server";
import { mirrorOrders, rereadOrders, settleOrders } from "./mirror-orders.server";

const Edited = z.object({ order_edit: z.object({ order_id: RestId }) });
const Deleted = z.object({ id: RestId });
const OfOrder = z.object({ order_id: RestId });

export const onOrderChanged: MirrorHandler = async ({ shop }, events, now) => {
  const orders = events.map(({ payload, triggeredAt }) => ({ order: parseOrderPayload(payload), observedAt: triggeredAt }));
  await mirrorOrders(shop, orders, now);
  if (orders.some(({ order }) => order.lines.some(({ claim }) => claim !== undefined))) await queueRedeemed(shop);
  await noteReferralsIn(shop, events.map(({ payload }) => payload), now);
};

/** The event describes the edit and not the order, which is read anew. */
export const onOrderEdited: MirrorHandler = async ({ shop }, events, now) => {
  await rereadOrders(shop, events.map(({ payload }) => parseRecord("order edit", Edited, payload).order_edit.order_id), now);
};

export const onOrderDeleted: MirrorHandler = async ({ shop }, events, now) => {
  for (const { payload } of events) await deleteOrder(shop, parseRecord("order", Deleted, payload).id, now);
};

/** Amounts are in the order's currency: a refund that comes before its order has the order read. */
export const onRefundCreated: MirrorHandler = async ({ shop }, events, now) => {
  for (const { payload } of events) {
    const orderId = parseRecord("refund", OfOrder, payload).order_id;
    const currency = await findOrderCurrency(shop, orderId);
    if (currency === null) {
      await rereadOrders(shop, [orderId], now);
      continue;
    }
    const { refundId, lines } = parseRefundPayload(payload, currency);
    const rows = lines.map((line) => ({
      order_id: orderId,
      refund_id: refundId,
      line_id: line.lineId,
      quantity: line.quantity,
      subtotal_minor: line.subtotalMinor,
      refunded_at: line.refundedAt,
    }));
    await inTransaction((client) => saveRefundRows(shop, rows, client));
    await settleOrders(shop, [orderId], now);
  }
};
