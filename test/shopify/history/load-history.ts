import { nextId } from "../store/ids";
import { addCustomer, countOrder, tagCustomers } from "./customers-of-history";
import { parseDecimal } from "../store/money";
import type { Customer, Order, OrderLine, Product, Shop } from "../store/model";
import { nextOrderNumber } from "../store/orders";
import { NO_DISCOUNTS } from "../store/pricing";
import { addProduct } from "../store/products";
import { taxRate } from "../store/tax";
import { originalTotals } from "../store/totals";
import { applyCancellations } from "./cancellations";
import { countryCode } from "./countries";
import type { HistoryLine } from "./csv-lines";
import { dress, hash } from "./dressing";
import { dressShop } from "./dress-shop";

const DAY_MS = 24 * 3600 * 1000;
const MINUTE_MS = 60 * 1000;
const DEFAULT_PRICE = "10.00";

export interface HistoryReport {
  orders: number;
  lines: number;
  products: number;
  customers: number;
  /** Lines left out, by their flag; "unreadable" those whose price or quantity is no number above zero. */
  skipped: Record<string, number>;
  refundedLines: number;
}

interface Draft {
  order: Order;
  timestamp: string;
}

/**
 * Fills an empty shop with a history. Dates are moved by whole days, so that the newest order is of the day before `startedAt`.
 * Unusable lines (by their flag) are left out; a cancelled line becomes a refund of the customer's latest earlier order that
 * has as much of the product left, and is left out where there is none.
 */
export function loadHistory(shop: Shop, startedAt: number, read: (visit: (line: HistoryLine) => void) => void): HistoryReport {
  const report: HistoryReport = { orders: 0, lines: 0, products: 0, customers: 0, skipped: {}, refundedLines: 0 };
  const products = new Map<string, Product>();
  const customers = new Map<string, Customer>();
  const drafts = new Map<string, Draft>();
  const cancelled: HistoryLine[] = [];
  const prices = new Map<string, number>();
  read((line) => {
    if (line.flag !== "") {
      report.skipped[line.flag] = (report.skipped[line.flag] ?? 0) + 1;
      if (line.flag === "cancelled") cancelled.push(line);
      return;
    }
    const quantity = line.quantity === "" ? 1 : Math.floor(Number(line.quantity));
    const priceText = line.unitPrice === "" ? DEFAULT_PRICE : line.unitPrice;
    if (!(quantity > 0) || !(Number(priceText) >= 0)) {
      report.skipped.unreadable = (report.skipped.unreadable ?? 0) + 1;
      return;
    }
    const price = prices.get(priceText) ?? parseDecimal(priceText, shop.currency);
    prices.set(priceText, price);
    const product = productOf(shop, products, line, price);
    const draft = draftOf(shop, drafts, customers, line);
    draft.order.lines.push(lineOf(shop, product, price, quantity));
    report.lines += 1;
  });
  const orders = [...drafts.values()];
  dateOrders(shop, orders, startedAt, customers);
  report.refundedLines = applyCancellations(shop, orders.map(({ order }) => order), cancelled, { products, customers, shiftMs: shiftOf(orders, startedAt) });
  tagCustomers(shop);
  dressShop(shop, orders[0]?.order.createdAt ?? startedAt);
  Object.assign(report, { orders: orders.length, products: products.size, customers: customers.size });
  return report;
}

/** The product, at the price and under the name of the latest line so far. */
function productOf(shop: Shop, products: Map<string, Product>, line: HistoryLine, price: number): Product {
  const name = line.productName === "" ? line.productId : line.productName;
  const known = products.get(line.productId);
  if (known) {
    const [variant] = known.variants;
    if (variant) variant.price = price;
    return known;
  }
  const chance = hash(`stock|${line.productId}`);
  const product = addProduct(
    shop,
    {
      ...dress(name, line.productId),
      variants: [{ sku: line.productId, price, inventoryQuantity: chance % 61 === 0 ? 0 : 8 + (chance % 400), cost: Math.round(price * (0.35 + (chance % 30) / 100)) }],
    },
    0,
  );
  products.set(line.productId, product);
  return product;
}

function draftOf(shop: Shop, drafts: Map<string, Draft>, customers: Map<string, Customer>, line: HistoryLine): Draft {
  const known = drafts.get(line.orderId);
  if (known) return known;
  const customer = line.customerId === "" ? null : (customers.get(line.customerId) ?? addCustomer(shop, line.customerId));
  if (customer) customers.set(line.customerId, customer);
  const code = countryCode(line.country);
  const order: Order = {
    id: 0,
    number: 0,
    name: "",
    checkoutToken: null,
    cartToken: null,
    createdAt: 0,
    updatedAt: 0,
    cancelledAt: null,
    cancelReason: null,
    currency: shop.currency,
    taxesIncluded: shop.taxesIncluded,
    taxRate: taxRate(code),
    countryCode: code,
    address: null,
    customerId: customer?.id ?? null,
    email: customer?.email ?? `guest-${line.orderId}@example.com`.toLowerCase(),
    locale: shop.locale,
    sourceName: "web",
    payment: "card",
    note: null,
    tags: [],
    customAttributes: [],
    discountCodes: [],
    lines: [],
    shippingLines: [],
    edits: [],
    refunds: [],
    transactions: [],
    fulfilled: true,
    released: true,
    appliedChangesets: [],
  };
  const draft = { order, timestamp: line.timestamp };
  drafts.set(line.orderId, draft);
  return draft;
}

function lineOf(shop: Shop, product: Product, unitPrice: number, quantity: number): OrderLine {
  return {
    id: nextId(shop, "orderLine"),
    productId: product.id,
    variantId: product.variants[0]?.id ?? 0,
    title: product.title,
    variantTitle: "",
    sku: product.variants[0]?.sku ?? "",
    vendor: product.vendor,
    unitPrice,
    quantity,
    currentQuantity: quantity,
    discounts: NO_DISCOUNTS,
    editId: 0,
  };
}

/** Numbers and dates the orders, oldest first, and puts them and their payments into the shop. */
function dateOrders(shop: Shop, drafts: Draft[], startedAt: number, customers: ReadonlyMap<string, Customer>): void {
  const shift = shiftOf(drafts, startedAt);
  const byId = new Map([...customers.values()].map((customer) => [customer.id, customer]));
  drafts.forEach(({ order, timestamp }, index) => {
    const parsed = parseTime(timestamp);
    const at = parsed === null ? startedAt - DAY_MS - (drafts.length - 1 - index) * MINUTE_MS : parsed + shift;
    order.createdAt = at;
    order.updatedAt = at;
  });
  drafts.sort((one, other) => one.order.createdAt - other.order.createdAt);
  for (const { order } of drafts) {
    order.number = nextOrderNumber(shop);
    order.name = `#${order.number}`;
    order.id = nextId(shop, "order");
    const total = originalTotals(order).total;
    order.transactions.push({ id: nextId(shop, "transaction"), kind: "SALE", status: "SUCCESS", amount: total, gateway: "shopify_payments", createdAt: order.createdAt });
    shop.orders.set(order.id, order);
    const customer = order.customerId === null ? undefined : byId.get(order.customerId);
    if (customer) countOrder(customer, total, order.createdAt);
  }
}

/** Milliseconds (whole days) from the history's newest order to the day before the start; 0 without dates. */
function shiftOf(drafts: readonly Draft[], startedAt: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { timestamp } of drafts) newest = Math.max(newest, parseTime(timestamp) ?? newest);
  if (!Number.isFinite(newest)) return 0;
  return (Math.floor(startedAt / DAY_MS) - 1 - Math.floor(newest / DAY_MS)) * DAY_MS;
}

/** Epoch milliseconds of an ISO time (read as UTC when it names no zone), or null. */
export function parseTime(timestamp: string): number | null {
  if (timestamp === "") return null;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(timestamp) || timestamp.length <= 10;
  const value = Date.parse(zoned ? timestamp : `${timestamp.replace(" ", "T")}Z`);
  return Number.isNaN(value) ? null : value;
}
