import { askFunctions, getCheckout } from "./checkouts";
import type { AskedFunctions } from "./checkouts";
import { redeem } from "./discounts/codes";
import { nextId } from "./ids";
import type { Checkout, Customer, Order, Shop } from "./model";
import { orderLineOf, priceCheckout } from "./pricing";
import { changeInventory, getVariant, isAvailable } from "./products";
import type { CommandContext } from "./store";
import { defineCommand } from "./store";
import { taxRate } from "./tax";

/** The number of the first order of a shop, as at Shopify. */
const FIRST_NUMBER = 1001;

/**
 * Pays a checkout and turns it into an order; completing it again returns the same order.
 * Throws when it is empty, has no e-mail, or asks for more than there is in stock.
 */
export const completeCheckout = defineCommand("completeCheckout", (context, args: { shop: string; token: string } & AskedFunctions): Order => {
  const shop = context.store.getShop(args.shop);
  const checkout = getCheckout(shop, args.token);
  const existing = checkout.orderId === null ? undefined : shop.orders.get(checkout.orderId);
  if (existing) return existing;
  checkCompletable(shop, checkout);
  askFunctions(context, shop, checkout, args);
  const customer = customerOf(shop, checkout);
  const order = placeOrder(context, shop, checkout, customer);
  checkout.orderId = order.id;
  return order;
});

function checkCompletable(shop: Shop, checkout: Checkout): void {
  if (checkout.lines.length === 0) throw new Error("The cart is empty");
  if (!checkout.email) throw new Error("An e-mail address is required");
  const wanted = new Map<number, number>();
  for (const line of checkout.lines) wanted.set(line.variantId, (wanted.get(line.variantId) ?? 0) + line.quantity);
  for (const [variantId, quantity] of wanted) {
    if (!isAvailable(getVariant(shop, variantId), quantity)) throw new Error("Some items are no longer available");
  }
}

/** Null for a guest: a buyer whose address no customer of the shop has. */
function customerOf(shop: Shop, checkout: Checkout): Customer | null {
  return checkout.customerId === null ? null : (shop.customers.get(checkout.customerId) ?? null);
}

function placeOrder(context: CommandContext, shop: Shop, checkout: Checkout, customer: Customer | null): Order {
  const { at, emit } = context;
  const price = priceCheckout(shop, checkout);
  const number = nextOrderNumber(shop);
  const gateway = checkout.payment === "wallet" ? "shopify_payments_wallet" : "shopify_payments";
  const order: Order = {
    id: nextId(shop, "order"),
    number,
    name: `#${number}`,
    checkoutToken: checkout.token,
    cartToken: checkout.cartToken,
    createdAt: at,
    updatedAt: at,
    cancelledAt: null,
    cancelReason: null,
    currency: shop.currency,
    taxesIncluded: shop.taxesIncluded,
    taxRate: taxRate(checkout.countryCode),
    countryCode: checkout.countryCode,
    address: checkout.address,
    billingAddress: checkout.billingAddress ?? null,
    customerId: customer?.id ?? null,
    email: checkout.email,
    locale: checkout.locale,
    sourceName: checkout.sourceName,
    payment: checkout.payment,
    note: checkout.note,
    tags: [],
    customAttributes: checkout.customAttributes,
    discountCodes: price.discountCodes,
    lines: price.lines.map((line) => orderLineOf(shop, line, 0)),
    shippingLines: [{ id: nextId(shop, "shippingLine"), title: "Standard", price: price.shipping, editId: 0 }],
    edits: [],
    refunds: [],
    transactions: [{ id: nextId(shop, "transaction"), kind: "SALE", status: "SUCCESS", amount: price.total, gateway, createdAt: at }],
    fulfilled: false,
    released: false,
    appliedChangesets: [],
  };
  shop.orders.set(order.id, order);
  for (const { code } of price.discountCodes) redeem(shop, code, checkout);
  shop.charges.push({ orderId: order.id, reason: "purchase", changesetId: null, amount: price.total, succeeded: true, at });
  if (customer) countOrder(customer, price.total, at);
  emit(shop, "orders/create", order.id);
  emit(shop, "orders/paid", order.id);
  for (const line of order.lines) changeInventory(context, shop, getVariant(shop, line.variantId), -line.quantity);
  if (customer) emit(shop, "customers/update", customer.id);
  return order;
}

export function countOrder(customer: Customer, total: number, at: number): void {
  customer.ordersCount += 1;
  customer.amountSpent += total;
  customer.updatedAt = at;
}

export function nextOrderNumber(shop: Shop): number {
  const count = shop.sequences.orderNumber ?? 0;
  shop.sequences.orderNumber = count + 1;
  return FIRST_NUMBER + count;
}

export function getOrder(shop: Shop, orderId: number): Order {
  const order = shop.orders.get(orderId);
  if (!order) throw new Error(`${shop.domain} has no order ${orderId}`);
  return order;
}

/** The order a post-purchase reference (the checkout's token) belongs to, or null before it is paid. */
export function findOrderByReference(shop: Shop, referenceId: string): Order | null {
  const orderId = shop.checkouts.get(referenceId)?.orderId ?? null;
  return orderId === null ? null : (shop.orders.get(orderId) ?? null);
}

/** Ends the post-purchase hold: the buyer went on to the thank-you page. */
export const releaseOrder = defineCommand("releaseOrder", ({ store }, args: { shop: string; orderId: number }): Order => {
  const order = getOrder(store.getShop(args.shop), args.orderId);
  order.released = true;
  return order;
});

/** Deletes an order for good, as staff can; announces orders/delete. */
export const deleteOrder = defineCommand("deleteOrder", ({ store, emit }, args: { shop: string; orderId: number }): void => {
  const shop = store.getShop(args.shop);
  const order = getOrder(shop, args.orderId);
  shop.orders.delete(order.id);
  emit(shop, "orders/delete", order.id);
});

export interface OrderChange {
  shop: string;
  orderId: number;
  note?: string | null;
  tags?: string[];
  fulfilled?: boolean;
}

/** What staff change on an order without touching its lines; announces orders/updated (and orders/fulfilled). */
export const updateOrder = defineCommand("updateOrder", ({ store, at, emit }, change: OrderChange): Order => {
  const shop = store.getShop(change.shop);
  const order = getOrder(shop, change.orderId);
  if (change.note !== undefined) order.note = change.note;
  order.tags = change.tags ?? order.tags;
  const newlyFulfilled = change.fulfilled === true && !order.fulfilled;
  order.fulfilled = change.fulfilled ?? order.fulfilled;
  order.updatedAt = at;
  if (newlyFulfilled) emit(shop, "orders/fulfilled", order.id);
  emit(shop, "orders/updated", order.id);
  return order;
});
