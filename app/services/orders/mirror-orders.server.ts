import { carryOptOuts } from "../../data/courtesy/opt-outs.server";
import { inTransaction } from "../../data/database.server";
import { listOrdersWithDecisions } from "../../data/orders/order-queries.server";
import { saveOrders } from "../../data/orders/orders.server";
import type { ObservedOrder } from "../../data/orders/orders.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { fetchOrder } from "../../shopify/orders/orders.server";
import { deleteOrder } from "../ledger/delete-order.server";
import { settleOrder } from "../ledger/settle-order.server";
import { guestKeysOf } from "./guest-key.server";

/**
 * Mirrors states of orders that came in any order, and settles those that Encore had decided anything about. An order
 * that names a customer and their e-mail has what they said of offers under one of the keys hold under the other.
 */
export async function mirrorOrders(shop: ShopId, orders: readonly ObservedOrder[], now: Date): Promise<void> {
  const latest = latestOfEach(orders);
  await inTransaction((client) => saveOrders(shop, latest, client));
  await carryOptOuts(shop, latest.flatMap(({ order: { id, customerKey, guestKey } }) =>
    (customerKey && guestKey && customerKey !== guestKey ? [{ orderId: id, customerKey, guestKey }] : [])));
  await settleOrders(shop, latest.map(({ order }) => order.id), now);
}

/** Also when nothing was written: the attempt before this one may have ended between the two. */
export async function settleOrders(shop: ShopId, orderIds: readonly number[], now: Date): Promise<void> {
  for (const orderId of await listOrdersWithDecisions(shop, orderIds)) await settleOrder(shop, orderId, now);
}

/** Reads orders anew at Shopify and mirrors them; those that are gone there are deleted here. */
export async function rereadOrders(shop: ShopId, orderIds: readonly number[], now: Date): Promise<void> {
  for (const orderId of new Set(orderIds)) {
    const observedAt = new Date();
    const order = await fetchOrder(shop, orderId, guestKeysOf(shop));
    if (order) await mirrorOrders(shop, [{ order, observedAt }], now);
    else await deleteOrder(shop, orderId, now);
  }
}

/** One state of each order: the newest, with the refunds of all of them. */
function latestOfEach(orders: readonly ObservedOrder[]): ObservedOrder[] {
  const latest = new Map<number, ObservedOrder>();
  for (const state of orders) {
    const known = latest.get(state.order.id);
    const [newer, older] = known && isNewer(known, state) ? [known, state] : [state, known];
    latest.set(state.order.id, older ? withRefunds(newer, older) : newer);
  }
  return [...latest.values()];
}

function isNewer(a: ObservedOrder, b: ObservedOrder): boolean {
  const difference = a.order.sourceAt.getTime() - b.order.sourceAt.getTime();
  return difference === 0 ? a.observedAt > b.observedAt : difference > 0;
}

function withRefunds(state: ObservedOrder, other: ObservedOrder): ObservedOrder {
  const known = new Set(state.order.refundLines.map(({ refundId, lineId }) => `${String(refundId)} ${String(lineId)}`));
  const more = other.order.refundLines.filter(({ refundId, lineId }) => !known.has(`${String(refundId)} ${String(lineId)}`));
  return { ...state, order: { ...state.order, refundLines: [...state.order.refundLines, ...more] } };
}
