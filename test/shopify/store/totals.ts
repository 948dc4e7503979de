import type { Order, OrderLine } from "./model";
import { taxOn } from "./tax";

export interface Totals {
  /** Lines after discounts, before shipping and (unless included) tax. */
  subtotal: number;
  discounts: number;
  shipping: number;
  tax: number;
  total: number;
}

/** What was taken off a line as a whole, minor units. */
export function lineDiscount(line: OrderLine): number {
  let sum = 0;
  for (const discount of line.discounts) sum += discount.amount;
  return sum;
}

/** A line's price after discounts for a part of its quantity. */
export function lineNet(line: OrderLine, quantity: number = line.quantity): number {
  if (line.quantity === 0) return 0;
  const discount = lineDiscount(line);
  const share = quantity === line.quantity ? discount : Math.round((discount * quantity) / line.quantity);
  return line.unitPrice * quantity - share;
}

/** Totals of lines, quantities chosen by the caller: of the original order, after edits, or after refunds. */
function totalsOf(order: Order, quantityOf: (line: OrderLine) => number, shipping: number): Totals {
  let subtotal = 0;
  let discounts = 0;
  let tax = taxOn(shipping, order.taxRate, order.taxesIncluded);
  for (const line of order.lines) {
    const quantity = quantityOf(line);
    const net = lineNet(line, quantity);
    subtotal += net;
    discounts += line.unitPrice * quantity - net;
    tax += taxOn(net, order.taxRate, order.taxesIncluded);
  }
  return { subtotal, discounts, shipping, tax, total: subtotal + shipping + (order.taxesIncluded ? 0 : tax) };
}

/** As bought, before any edit. */
export function originalTotals(order: Order): Totals {
  return totalsOf(order, (line) => (line.editId === 0 ? line.quantity : 0), shippingOf(order, false));
}

/** With what edits added, refunds not taken off: Shopify's total_price. */
export function editedTotals(order: Order): Totals {
  return totalsOf(order, (line) => line.quantity, shippingOf(order, true));
}

/** With edits, less refunded and cancelled quantities: Shopify's current_total_price. */
export function currentTotals(order: Order): Totals {
  const refundedShipping = order.refunds.reduce((sum, refund) => sum + refund.shipping, 0);
  return totalsOf(order, (line) => line.currentQuantity, shippingOf(order, true) - refundedShipping);
}

function shippingOf(order: Order, withEdits: boolean): number {
  let sum = 0;
  for (const line of order.shippingLines) if (withEdits || line.editId === 0) sum += line.price;
  return sum;
}

export function receivedAmount(order: Order): number {
  return sumOf(order, "SALE");
}

export function refundedAmount(order: Order): number {
  return sumOf(order, "REFUND");
}

/** What the buyer still owes, after an edit whose charge failed. */
export function outstandingAmount(order: Order): number {
  if (order.cancelledAt !== null) return 0;
  return Math.max(0, currentTotals(order).total - receivedAmount(order) + refundedAmount(order));
}

function sumOf(order: Order, kind: "SALE" | "REFUND"): number {
  let sum = 0;
  for (const entry of order.transactions) if (entry.kind === kind && entry.status === "SUCCESS") sum += entry.amount;
  return sum;
}

/** Shopify's financial status in lower case, as in webhook payloads. */
export function financialStatus(order: Order): "paid" | "partially_paid" | "partially_refunded" | "refunded" | "pending" {
  const received = receivedAmount(order);
  const refunded = refundedAmount(order);
  if (refunded > 0) return refunded >= received ? "refunded" : "partially_refunded";
  if (received === 0 && editedTotals(order).total > 0) return "pending";
  return outstandingAmount(order) > 0 ? "partially_paid" : "paid";
}
