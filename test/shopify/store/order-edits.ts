import { nextId } from "./ids";
import type { DiscountAllocation, Order, OrderEdit, OrderLine, Shop } from "./model";
import { getOrder } from "./orders";
import { NO_DISCOUNTS, orderLineOf } from "./pricing";
import { changeInventory, getVariant } from "./products";
import { defineCommand } from "./store";
import { taxOn } from "./tax";
import { lineNet } from "./totals";

export interface AddedVariant {
  variantId: number;
  quantity: number;
  discount?: { valueType: "percentage" | "fixed_amount"; value: number; title: string };
}

export interface EditRequest {
  lines: AddedVariant[];
  shippingLines: { title: string; price: number }[];
}

export interface CalculatedLine {
  variantId: number;
  quantity: number;
  unitPrice: number;
  /** After the discount. */
  total: number;
  tax: number;
  discounts: readonly DiscountAllocation[];
}

export interface CalculatedEdit {
  lines: CalculatedLine[];
  shippingLines: { title: string; price: number; tax: number }[];
  subtotal: number;
  shipping: number;
  tax: number;
  /** What the buyer is charged for the edit, tax and delivery included. */
  total: number;
}

/** What an edit would add to an order; changes nothing. A fixed amount is taken off the line once, never below zero. */
export function calculateOrderEdit(shop: Shop, order: Order, request: EditRequest): CalculatedEdit {
  const lines = request.lines.map((line) => calculateLine(shop, order, line));
  const shippingLines = request.shippingLines.map((line) => ({ ...line, tax: taxOn(line.price, order.taxRate, order.taxesIncluded) }));
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  const shipping = shippingLines.reduce((sum, line) => sum + line.price, 0);
  const tax = [...lines, ...shippingLines].reduce((sum, line) => sum + line.tax, 0);
  return { lines, shippingLines, subtotal, shipping, tax, total: subtotal + shipping + (order.taxesIncluded ? 0 : tax) };
}

function calculateLine(shop: Shop, order: Order, line: AddedVariant): CalculatedLine {
  const unitPrice = getVariant(shop, line.variantId).price;
  const full = unitPrice * line.quantity;
  const discounts = line.discount ? [allocationOf(line.discount, full)] : NO_DISCOUNTS;
  const total = full - discounts.reduce((sum, discount) => sum + discount.amount, 0);
  return { variantId: line.variantId, quantity: line.quantity, unitPrice, total, tax: taxOn(total, order.taxRate, order.taxesIncluded), discounts };
}

function allocationOf(discount: NonNullable<AddedVariant["discount"]>, full: number): DiscountAllocation {
  const off = discount.valueType === "percentage" ? Math.round((full * discount.value) / 100) : discount.value;
  return { kind: "manual", title: discount.title, code: null, valueType: discount.valueType, value: discount.value, amount: Math.min(full, off) };
}

export interface AppliedEdit extends EditRequest {
  shop: string;
  orderId: number;
  /** The app that edits; null for staff. */
  appId: number | null;
  /** The jti of a changeset, so that it is never applied twice. */
  changesetId?: string;
  /** False leaves the order edited and unpaid. */
  chargeSucceeds?: boolean;
}

/** Adds lines to a paid order as one sales agreement and charges for them; throws when the changeset was applied before. */
export const applyOrderEdit = defineCommand("applyOrderEdit", (context, args: AppliedEdit): { order: Order; edit: OrderEdit; charged: number } => {
  const { at, emit } = context;
  const shop = context.store.getShop(args.shop);
  const order = getOrder(shop, args.orderId);
  const { changesetId = null, chargeSucceeds = true } = args;
  if (changesetId !== null && order.appliedChangesets.includes(changesetId)) throw new Error("This changeset was applied already");
  const calculated = calculateOrderEdit(shop, order, args);
  const editId = nextId(shop, "agreement");
  const added: OrderLine[] = calculated.lines.map((line) => orderLineOf(shop, line, editId));
  const sales = added.map((line) => ({ id: nextId(shop, "sale"), lineId: line.id, quantity: line.quantity }));
  const edit: OrderEdit = { id: editId, happenedAt: at, appId: args.appId, sales };
  order.lines.push(...added);
  for (const line of calculated.shippingLines) order.shippingLines.push({ id: nextId(shop, "shippingLine"), title: line.title, price: line.price, editId });
  order.edits.push(edit);
  order.updatedAt = at;
  if (changesetId !== null) order.appliedChangesets.push(changesetId);
  if (calculated.total > 0) {
    const gateway = order.transactions[0]?.gateway ?? "shopify_payments";
    const status = chargeSucceeds ? "SUCCESS" : "FAILURE";
    order.transactions.push({ id: nextId(shop, "transaction"), kind: "SALE", status, amount: calculated.total, gateway, createdAt: at });
    shop.charges.push({ orderId: order.id, reason: "changeset", changesetId, amount: calculated.total, succeeded: chargeSucceeds, at });
  }
  emit(shop, "orders/edited", order.id, { editId });
  emit(shop, "orders/updated", order.id);
  for (const line of added) changeInventory(context, shop, getVariant(shop, line.variantId), -line.quantity);
  return { order, edit, charged: chargeSucceeds ? calculated.total : 0 };
});

/** What the lines of an edit are worth now, refunds taken off. */
export function editValue(order: Order, editId: number): number {
  return order.lines.filter((line) => line.editId === editId).reduce((sum, line) => sum + lineNet(line, line.currentQuantity), 0);
}
