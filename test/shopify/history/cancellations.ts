import { nextId } from "../store/ids";
import type { Customer, Order, OrderLine, Product, Refund, Shop } from "../store/model";
import { taxOn } from "../store/tax";
import { lineNet } from "../store/totals";
import type { HistoryLine } from "./csv-lines";
import { parseTime } from "./load-history";

export interface Known {
  products: ReadonlyMap<string, Product>;
  customers: ReadonlyMap<string, Customer>;
  shiftMs: number;
}

/** Makes refunds of cancelled lines; returns how many lines found their order. Orders come oldest first. */
export function applyCancellations(shop: Shop, orders: readonly Order[], cancelled: readonly HistoryLine[], known: Known): number {
  const wanted = new Map<string, { order: Order; line: OrderLine }[]>();
  const keyOf = (customerId: number, productId: number) => `${customerId}|${productId}`;
  const requests = cancelled.flatMap((entry) => {
    const customer = known.customers.get(entry.customerId);
    const product = known.products.get(entry.productId);
    const at = parseTime(entry.timestamp);
    const quantity = Math.abs(Math.floor(Number(entry.quantity)));
    if (!customer || !product || at === null || !(quantity > 0)) return [];
    const key = keyOf(customer.id, product.id);
    wanted.set(key, []);
    return [{ key, quantity, at: at + known.shiftMs, cancellation: entry.orderId }];
  });
  for (const order of orders) {
    if (order.customerId === null) continue;
    for (const line of order.lines) wanted.get(keyOf(order.customerId, line.productId))?.push({ order, line });
  }
  const refunds = new Map<string, Refund>();
  let matched = 0;
  for (const { key, quantity, at, cancellation } of requests) {
    const found = wanted.get(key)?.findLast(({ order, line }) => order.createdAt <= at && line.currentQuantity >= quantity);
    if (!found) continue;
    const refundKey = `${cancellation}|${found.order.id}`;
    const refund = refunds.get(refundKey) ?? startRefund(shop, found.order, at);
    refunds.set(refundKey, refund);
    addLine(shop, found.order, found.line, refund, quantity);
    matched += 1;
  }
  return matched;
}

function startRefund(shop: Shop, order: Order, at: number): Refund {
  const transactionId = nextId(shop, "transaction");
  const refund: Refund = { id: nextId(shop, "refund"), createdAt: at, note: "", lines: [], shipping: 0, amount: 0, transactionId };
  order.transactions.push({ id: transactionId, kind: "REFUND", status: "SUCCESS", amount: 0, gateway: "shopify_payments", createdAt: at });
  order.refunds.push(refund);
  order.updatedAt = Math.max(order.updatedAt, at);
  return refund;
}

function addLine(shop: Shop, order: Order, line: OrderLine, refund: Refund, quantity: number): void {
  const subtotal = lineNet(line, line.currentQuantity) - lineNet(line, line.currentQuantity - quantity);
  const tax = taxOn(subtotal, order.taxRate, order.taxesIncluded);
  refund.lines.push({ id: nextId(shop, "refundLine"), lineId: line.id, quantity, subtotal, tax, restockType: "RETURN" });
  line.currentQuantity -= quantity;
  refund.amount += subtotal + (order.taxesIncluded ? 0 : tax);
  const transaction = order.transactions.find(({ id }) => id === refund.transactionId);
  if (transaction) transaction.amount = refund.amount;
}
