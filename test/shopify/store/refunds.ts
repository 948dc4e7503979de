import { nextId } from "./ids";
import type { Order, OrderLine, Refund, RefundLine, Shop } from "./model";
import { getOrder } from "./orders";
import { changeInventory } from "./products";
import type { CommandContext } from "./store";
import { defineCommand } from "./store";
import { taxOn } from "./tax";
import { lineNet, receivedAmount, refundedAmount } from "./totals";

export interface RefundRequest {
  shop: string;
  orderId: number;
  lines: { lineId: number; quantity: number }[];
  /** Minor units of delivery to give back. */
  shipping?: number;
  note?: string;
  restock?: boolean;
}

/** Gives money back for some lines; throws when more is asked for than is left of a line. */
export const refundOrder = defineCommand("refundOrder", (context, request: RefundRequest): Refund => {
  const shop = context.store.getShop(request.shop);
  const order = getOrder(shop, request.orderId);
  const wanted = request.lines.map(({ lineId, quantity }) => ({ line: getLine(order, lineId), quantity }));
  for (const { line, quantity } of wanted) {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > line.currentQuantity) {
      throw new Error(`Line ${line.id} has ${line.currentQuantity} left to refund`);
    }
  }
  const refund = addRefund(context, shop, order, wanted, request.shipping ?? 0, request.note ?? "", request.restock ?? true ? "RETURN" : "NO_RESTOCK");
  context.emit(shop, "refunds/create", refund.id, { orderId: order.id });
  context.emit(shop, "orders/updated", order.id);
  return refund;
});

export interface Cancellation {
  shop: string;
  orderId: number;
  reason?: "customer" | "inventory" | "fraud" | "declined" | "other";
  refund?: boolean;
}

/** Cancels a whole order, giving the money back unless told otherwise; throws when it is cancelled already. */
export const cancelOrder = defineCommand("cancelOrder", (context, { shop: domain, orderId, reason, refund = true }: Cancellation): Order => {
  const shop = context.store.getShop(domain);
  const order = getOrder(shop, orderId);
  if (order.cancelledAt !== null) throw new Error(`Order ${order.name} is cancelled already`);
  order.cancelledAt = context.at;
  order.cancelReason = reason ?? "customer";
  const left = order.lines.filter((line) => line.currentQuantity > 0).map((line) => ({ line, quantity: line.currentQuantity }));
  const shipping = order.shippingLines.reduce((sum, line) => sum + line.price, 0) - order.refunds.reduce((sum, made) => sum + made.shipping, 0);
  const made = addRefund(context, shop, order, left, shipping, "", "CANCEL", refund);
  context.emit(shop, "orders/cancelled", order.id);
  if (refund) context.emit(shop, "refunds/create", made.id, { orderId: order.id });
  context.emit(shop, "orders/updated", order.id);
  return order;
});

function addRefund(
  context: CommandContext,
  shop: Shop,
  order: Order,
  wanted: { line: OrderLine; quantity: number }[],
  shipping: number,
  note: string,
  restockType: RefundLine["restockType"],
  pay = true,
): Refund {
  const { at } = context;
  const lines = wanted.map(({ line, quantity }) => refundLineOf(shop, order, line, quantity, restockType));
  const goods = lines.reduce((sum, line) => sum + line.subtotal + (order.taxesIncluded ? 0 : line.tax), 0);
  const shippingTax = order.taxesIncluded ? 0 : taxOn(shipping, order.taxRate, false);
  const left = receivedAmount(order) - refundedAmount(order);
  const amount = pay ? Math.min(left, goods + shipping + shippingTax) : 0;
  const transactionId = nextId(shop, "transaction");
  const refund: Refund = { id: nextId(shop, "refund"), createdAt: at, note, lines, shipping, amount, transactionId };
  for (const { line, quantity } of wanted) {
    line.currentQuantity -= quantity;
    const variant = shop.variants.get(line.variantId);
    if (variant && restockType !== "NO_RESTOCK") changeInventory(context, shop, variant, quantity);
  }
  const gateway = order.transactions[0]?.gateway ?? "shopify_payments";
  if (amount > 0) order.transactions.push({ id: transactionId, kind: "REFUND", status: "SUCCESS", amount, gateway, createdAt: at });
  order.refunds.push(refund);
  order.updatedAt = at;
  return refund;
}

function refundLineOf(shop: Shop, order: Order, line: OrderLine, quantity: number, restockType: RefundLine["restockType"]): RefundLine {
  const after = line.currentQuantity - quantity;
  const subtotal = lineNet(line, line.currentQuantity) - lineNet(line, after);
  return { id: nextId(shop, "refundLine"), lineId: line.id, quantity, subtotal, tax: taxOn(subtotal, order.taxRate, order.taxesIncluded), restockType };
}

function getLine(order: Order, lineId: number): OrderLine {
  const line = order.lines.find((candidate) => candidate.id === lineId);
  if (!line) throw new Error(`Order ${order.name} has no line ${lineId}`);
  return line;
}
