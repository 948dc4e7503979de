import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Order } from "../../store/model";
import { currentTotals, editedTotals, financialStatus, originalTotals, outstandingAmount, receivedAmount, refundedAmount } from "../../store/totals";
import { Connection } from "../connection";
import type { FieldTable } from "../context";
import { fields } from "../context";
import { appName, dateTime, moneyBag, taxLines } from "../values";
import { agreementsOf } from "./agreements";
import { returnStatus, returnsOf } from "./cases";
import { metafieldFields } from "./metafields";
import { addressOf, discountApplicationsOf, linesOf } from "./order-parts";

const bag = (amount: (order: Order) => number) => (order: Order) => moneyBag(amount(order), order.currency);
const refundedShipping = (order: Order) => order.refunds.reduce((sum, refund) => sum + refund.shipping, 0);
const quantityOf = (order: Order, pick: "quantity" | "currentQuantity") => order.lines.reduce((sum, line) => sum + line[pick], 0);

/** Money fields, without the "Set" of their names. */
const totals: Record<string, (order: Order) => number> = {
  totalPrice: (order) => editedTotals(order).total,
  subtotalPrice: (order) => editedTotals(order).subtotal,
  totalDiscounts: (order) => editedTotals(order).discounts,
  totalShippingPrice: (order) => editedTotals(order).shipping,
  totalTax: (order) => editedTotals(order).tax,
  cartDiscountAmount: (order) => editedTotals(order).discounts,
  originalTotalPrice: (order) => originalTotals(order).total,
  currentTotalPrice: (order) => currentTotals(order).total,
  currentSubtotalPrice: (order) => currentTotals(order).subtotal,
  currentTotalDiscounts: (order) => currentTotals(order).discounts,
  currentCartDiscountAmount: (order) => currentTotals(order).discounts,
  currentTotalTax: (order) => currentTotals(order).tax,
  currentShippingPrice: (order) => currentTotals(order).shipping,
  totalReceived: receivedAmount,
  totalRefunded: refundedAmount,
  totalRefundedShipping: refundedShipping,
  totalOutstanding: outstandingAmount,
  totalCapturable: () => 0,
  netPayment: (order) => receivedAmount(order) - refundedAmount(order),
  totalTipReceived: () => 0,
};

/** Those that have a deprecated twin, a bare amount. */
const TWINS = new Set(["totalPrice", "subtotalPrice", "totalDiscounts", "totalShippingPrice", "totalTax", "cartDiscountAmount", "totalReceived", "totalRefunded", "totalCapturable", "netPayment"]);

const moneyFields = Object.entries(totals).flatMap(([name, amount]) => {
  const set = [`${name}Set`, bag(amount)] as const;
  return TWINS.has(name) ? [set, [name, (order: Order) => formatFixed(amount(order), order.currency)] as const] : [set];
});

export const orderFields: FieldTable = fields<Order>({
  ...metafieldFields<Order>("Order"),
  ...Object.fromEntries(moneyFields),
  id: ({ id }) => gid("Order", id),
  legacyResourceId: ({ id }) => String(id),
  name: ({ name }) => name,
  number: ({ number }) => number,
  confirmationNumber: ({ checkoutToken, id }) => (checkoutToken ?? String(id)).slice(0, 9).toUpperCase(),
  confirmed: () => true,
  test: () => false,
  createdAt: ({ createdAt }) => dateTime(createdAt),
  processedAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  cancelledAt: ({ cancelledAt }) => (cancelledAt === null ? null : dateTime(cancelledAt)),
  cancelReason: ({ cancelReason }) => cancelReason?.toUpperCase() ?? null,
  closed: () => false,
  closedAt: () => null,
  currencyCode: ({ currency }) => currency,
  presentmentCurrencyCode: ({ currency }) => currency,
  taxesIncluded: ({ taxesIncluded }) => taxesIncluded,
  taxExempt: () => false,
  customerLocale: ({ locale }) => locale,
  email: ({ email }) => email || null,
  phone: () => null,
  note: ({ note }) => note,
  tags: ({ tags }) => tags,
  customAttributes: ({ customAttributes }) => customAttributes,
  sourceName: ({ sourceName }) => sourceName,
  checkoutToken: ({ checkoutToken }) => checkoutToken,
  cartToken: ({ cartToken }) => cartToken,
  discountCode: ({ discountCodes }) => discountCodes[0]?.code ?? null,
  discountCodes: ({ discountCodes }) => discountCodes.map(({ code }) => code),
  discountApplications: (order, args) => new Connection(discountApplicationsOf(order), args, ({ value }) => value.index),
  displayFinancialStatus: (order) => financialStatus(order).toUpperCase(),
  displayFulfillmentStatus: ({ fulfilled }) => (fulfilled ? "FULFILLED" : "UNFULFILLED"),
  edited: ({ edits }) => edits.length > 0,
  unpaid: (order) => receivedAmount(order) === 0 && editedTotals(order).total > 0,
  fullyPaid: (order) => outstandingAmount(order) === 0,
  refundable: (order) => receivedAmount(order) > refundedAmount(order),
  requiresShipping: () => true,
  paymentGatewayNames: ({ transactions }) => [...new Set(transactions.map(({ gateway }) => gateway))],
  subtotalLineItemsQuantity: (order) => quantityOf(order, "quantity"),
  currentSubtotalLineItemsQuantity: (order) => quantityOf(order, "currentQuantity"),
  taxLines: (order) => taxLines(order, editedTotals(order).tax),
  currentTaxLines: (order) => taxLines(order, currentTotals(order).tax),
  app: ({ sourceName }, _args, context) => (sourceName === "web" ? { id: gid("App", 580_111), name: "Online Store", icon: null } : { id: gid("App", 1), name: appName(context, null), icon: null }),
  customer: ({ customerId }, _args, { shop }) => (customerId === null ? null : (shop.customers.get(customerId) ?? null)),
  shippingAddress: (order) => addressOf(order),
  billingAddress: (order) => addressOf(order, order.billingAddress ?? order.address),
  displayAddress: (order) => addressOf(order),
  lineItems: (order, args) => new Connection(linesOf(order), args, ({ line }) => line.id),
  shippingLine: (order) => (order.shippingLines[0] ? { order, line: order.shippingLines[0] } : null),
  shippingLines: (order, args) => new Connection(order.shippingLines.map((line) => ({ order, line })), args, ({ line }) => line.id),
  refunds: (order, args) => order.refunds.slice(0, typeof args.first === "number" ? args.first : undefined).map((refund) => ({ order, refund })),
  returns: (order, args) => new Connection(returnsOf(order), args, ({ id }) => id),
  returnStatus: (order) => returnStatus(order),
  transactions: (order) => order.transactions.map((transaction) => ({ order, transaction })),
  transactionsCount: ({ transactions }) => ({ count: transactions.length, precision: "EXACT" }),
  agreements: (order, args) => new Connection(agreementsOf(order), args, ({ value }) => value.id),
  statusPageUrl: ({ checkoutToken, id }, _args, { store }) => `${store.origin}/checkout/${checkoutToken ?? id}/status`,
  channelInformation: () => null,
  totalWeight: () => "0",
  currentTotalWeight: () => "0",
});
