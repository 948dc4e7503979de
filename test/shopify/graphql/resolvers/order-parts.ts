import { countryName } from "../../store/country-name";
import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Address, DiscountAllocation, Order, OrderLine, Refund, RefundLine, ShippingLine, Transaction } from "../../store/model";
import { taxOn } from "../../store/tax";
import { lineDiscount, lineNet } from "../../store/totals";
import { Connection } from "../connection";
import type { FieldTable, Resolver } from "../context";
import { Typed, fields } from "../context";
import { dateTime, money, moneyBag, taxLines } from "../values";

export interface LineSource {
  order: Order;
  line: OrderLine;
}

export function linesOf(order: Order): LineSource[] {
  return order.lines.map((line) => ({ order, line }));
}

interface ApplicationSource {
  order: Order;
  discount: DiscountAllocation;
  index: number;
}

const APPLICATION_TYPES = { code: "DiscountCodeApplication", manual: "ManualDiscountApplication", automatic: "AutomaticDiscountApplication" } as const;

export class TypedApplication extends Typed {
  constructor(override readonly value: ApplicationSource) {
    super(APPLICATION_TYPES[value.discount.kind], value);
  }
}

/** Each code once, each manual discount once per line. */
export function discountApplicationsOf(order: Order): TypedApplication[] {
  const seen: DiscountAllocation[] = [];
  for (const line of order.lines) {
    for (const discount of line.discounts) if (!seen.some((known) => same(known, discount))) seen.push(discount);
  }
  return seen.map((discount, index) => new TypedApplication({ order, discount, index }));
}

function same(one: DiscountAllocation, other: DiscountAllocation): boolean {
  return one === other || (one.kind === "code" && other.kind === "code" && one.code === other.code);
}

export function addressOf(order: Order, address: Address | null = order.address): Record<string, unknown> | null {
  if (order.countryCode === "") return null;
  return {
    id: gid("MailingAddress", order.id),
    firstName: address?.firstName ?? null,
    lastName: address?.lastName ?? null,
    name: address ? `${address.firstName} ${address.lastName}` : null,
    address1: address?.address1 ?? null,
    address2: null,
    city: address?.city ?? null,
    zip: address?.zip ?? null,
    phone: null,
    company: null,
    province: null,
    provinceCode: null,
    country: countryName(address?.countryCode ?? order.countryCode),
    countryCode: address?.countryCode ?? order.countryCode,
    countryCodeV2: address?.countryCode ?? order.countryCode,
  };
}

const bag = (amount: (source: LineSource) => number) => (source: LineSource) => moneyBag(amount(source), source.order.currency);
const plain = (amount: (source: LineSource) => number) => (source: LineSource) => formatFixed(amount(source), source.order.currency);
const full = ({ line }: LineSource) => line.unitPrice * line.quantity;
const net = ({ line }: LineSource) => lineNet(line);
const perUnit = ({ line }: LineSource) => (line.quantity === 0 ? 0 : Math.round(lineNet(line) / line.quantity));
/** Discounts of codes count only where "after all discounts" is asked for. */
const lineLevel = ({ line }: LineSource) => line.discounts.reduce((sum, { kind, amount }) => sum + (kind === "code" ? 0 : amount), 0);
const lineTotal = (source: LineSource) => full(source) - lineLevel(source);

const lineItem = fields<LineSource>({
  id: ({ line }) => gid("LineItem", line.id),
  title: ({ line }) => line.title,
  name: ({ line }) => (line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title),
  variantTitle: ({ line }) => line.variantTitle || null,
  vendor: ({ line }) => line.vendor || null,
  sku: ({ line }) => line.sku || null,
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ line }) => line.currentQuantity,
  refundableQuantity: ({ line }) => line.currentQuantity,
  unfulfilledQuantity: ({ order, line }) => (order.fulfilled ? 0 : line.currentQuantity),
  requiresShipping: () => true,
  taxable: () => true,
  restockable: () => true,
  merchantEditable: () => true,
  isGiftCard: ({ line }, _args, { shop }) => shop.products.get(line.productId)?.isGiftCard ?? false,
  customAttributes: ({ line }) => line.properties ?? [],
  product: ({ line }, _args, { shop }) => shop.products.get(line.productId) ?? null,
  variant: ({ line }, _args, { shop }) => shop.variants.get(line.variantId) ?? null,
  image: () => null,
  sellingPlan: () => null,
  originalUnitPriceSet: bag(({ line }) => line.unitPrice),
  originalUnitPrice: plain(({ line }) => line.unitPrice),
  originalTotalSet: bag(full),
  originalTotal: plain(full),
  discountedTotalSet: (source, args) => moneyBag(args.withCodeDiscounts ? net(source) : lineTotal(source), source.order.currency),
  discountedTotal: plain(lineTotal),
  discountedUnitPriceSet: bag((source) => Math.round(lineTotal(source) / Math.max(1, source.line.quantity))),
  discountedUnitPriceAfterAllDiscountsSet: bag(perUnit),
  priceAfterAllDiscountsBeforeTaxesSet: bag((source) => (source.order.taxesIncluded ? net(source) - taxOn(net(source), source.order.taxRate, true) : net(source))),
  totalDiscountSet: bag(({ line }) => lineDiscount(line)),
  totalDiscount: plain(({ line }) => lineDiscount(line)),
  taxLines: ({ order, line }) => taxLines(order, taxOn(lineNet(line), order.taxRate, order.taxesIncluded)),
  discountAllocations: ({ order, line }) => line.discounts.map((discount) => ({ order, discount, index: 0 })),
});

const refund = fields<{ order: Order; refund: Refund }>({
  id: ({ refund: source }) => gid("Refund", source.id),
  legacyResourceId: ({ refund: source }) => String(source.id),
  createdAt: ({ refund: source }) => dateTime(source.createdAt),
  processedAt: ({ refund: source }) => dateTime(source.createdAt),
  updatedAt: ({ refund: source }) => dateTime(source.createdAt),
  note: ({ refund: source }) => source.note || null,
  order: ({ order }) => order,
  totalRefundedSet: ({ order, refund: source }) => moneyBag(source.amount, order.currency),
  refundLineItems: ({ order, refund: source }, args) => new Connection(source.lines.map((entry) => ({ order, entry })), args, ({ entry }) => entry.id),
  refundShippingLines: ({ order, refund: source }, args) => {
    const line = order.shippingLines[0];
    const items = source.shipping > 0 && line ? [{ id: gid("RefundShippingLine", source.id), shippingLine: { order, line }, subtotalAmountSet: moneyBag(source.shipping, order.currency), taxAmountSet: moneyBag(0, order.currency) }] : [];
    return new Connection(items, args, () => source.id);
  },
  orderAdjustments: (_source, args) => new Connection([], args, () => 0),
  transactions: ({ order, refund: source }, args) => {
    const made = order.transactions.filter(({ id }) => id === source.transactionId);
    return new Connection(made.map((transaction) => ({ order, transaction })), args, ({ transaction }) => transaction.id);
  },
});

const refundLineItem = fields<{ order: Order; entry: RefundLine }>({
  id: ({ entry }) => gid("RefundLineItem", entry.id),
  quantity: ({ entry }) => entry.quantity,
  restockType: ({ entry }) => entry.restockType,
  restocked: ({ entry }) => entry.restockType !== "NO_RESTOCK",
  subtotalSet: ({ order, entry }) => moneyBag(entry.subtotal, order.currency),
  totalTaxSet: ({ order, entry }) => moneyBag(entry.tax, order.currency),
  priceSet: ({ order, entry }) => moneyBag(Math.round(entry.subtotal / entry.quantity), order.currency),
  lineItem: ({ order, entry }) => {
    const line = order.lines.find(({ id }) => id === entry.lineId);
    return line ? { order, line } : null;
  },
});

const shippingLine = fields<{ order: Order; line: ShippingLine }>({
  id: ({ line }) => gid("ShippingLine", line.id),
  title: ({ line }) => line.title,
  code: ({ line }) => line.title,
  source: () => "shopify",
  custom: () => false,
  isRemoved: () => false,
  originalPriceSet: ({ order, line }) => moneyBag(line.price, order.currency),
  discountedPriceSet: ({ order, line }) => moneyBag(line.price, order.currency),
  currentDiscountedPriceSet: ({ order, line }) => moneyBag(line.price, order.currency),
  taxLines: ({ order, line }) => taxLines(order, taxOn(line.price, order.taxRate, order.taxesIncluded)),
  discountAllocations: () => [],
});

const transaction = fields<{ order: Order; transaction: Transaction }>({
  id: ({ transaction: source }) => gid("OrderTransaction", source.id),
  kind: ({ transaction: source }) => source.kind,
  status: ({ transaction: source }) => source.status,
  gateway: ({ transaction: source }) => source.gateway,
  amountSet: ({ order, transaction: source }) => moneyBag(source.amount, order.currency),
  createdAt: ({ transaction: source }) => dateTime(source.createdAt),
  processedAt: ({ transaction: source }) => dateTime(source.createdAt),
  test: () => false,
  order: ({ order }) => order,
});

const discountAllocation = fields<ApplicationSource>({
  allocatedAmountSet: ({ order, discount }) => moneyBag(discount.amount, order.currency),
  allocatedAmount: ({ order, discount }) => money(discount.amount, order.currency),
  discountApplication: (source) => new TypedApplication(source),
});

const application = {
  index: ({ index }) => index,
  allocationMethod: ({ discount }) => (discount.kind === "code" ? "ACROSS" : "EACH"),
  targetSelection: ({ discount }) => (discount.kind === "code" ? "ALL" : "EXPLICIT"),
  targetType: () => "LINE_ITEM",
  value: ({ order, discount }) =>
    discount.valueType === "percentage" ? new Typed("PricingPercentageValue", { percentage: discount.value }) : new Typed("MoneyV2", money(discount.value, order.currency)),
} satisfies Record<string, Resolver<ApplicationSource>>;

export const orderPartFields: Readonly<Record<string, FieldTable>> = {
  LineItem: lineItem,
  Refund: refund,
  RefundLineItem: refundLineItem,
  ShippingLine: shippingLine,
  OrderTransaction: transaction,
  DiscountAllocation: discountAllocation,
  DiscountCodeApplication: fields<ApplicationSource>({ ...application, code: ({ discount }) => discount.code }),
  AutomaticDiscountApplication: fields<ApplicationSource>({ ...application, title: ({ discount }) => discount.title }),
  ManualDiscountApplication: fields<ApplicationSource>({ ...application, title: ({ discount }) => discount.title, description: ({ discount }) => discount.title }),
};
