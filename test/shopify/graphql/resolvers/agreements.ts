import { gid } from "../../store/ids";
import type { Order, OrderEdit, OrderLine, Refund } from "../../store/model";
import { taxOn } from "../../store/tax";
import { lineDiscount, lineNet } from "../../store/totals";
import { Connection } from "../connection";
import type { FieldTable, Resolver } from "../context";
import { Typed, fields } from "../context";
import { dateTime, moneyBag } from "../values";

interface SaleSource {
  id: number;
  order: Order;
  line: OrderLine;
  quantity: number;
  /** A line that an edit adds is an ORDER as well; UPDATE would be a later change of its quantity. */
  actionType: "ORDER" | "RETURN";
}

interface AgreementSource {
  id: number;
  happenedAt: number;
  order: Order;
  appId: number | null;
  edit: OrderEdit | null;
  refund: Refund | null;
}

export class TypedAgreement extends Typed {
  constructor(override readonly value: AgreementSource) {
    super(value.edit ? "OrderEditAgreement" : value.refund ? "RefundAgreement" : "OrderAgreement", value);
  }
}

/** Id of Shopify's own Online Store, which makes the first agreement of an order. */
export const ONLINE_STORE_APP = 580_111;

/** What the parties agreed on, in the order in which it happened: the purchase, edits, refunds. */
export function agreementsOf(order: Order): TypedAgreement[] {
  const first: AgreementSource = { id: order.id, happenedAt: order.createdAt, order, appId: ONLINE_STORE_APP, edit: null, refund: null };
  const edits = order.edits.map((edit) => ({ id: edit.id, happenedAt: edit.happenedAt, order, appId: edit.appId, edit, refund: null }));
  const refunds = order.refunds.map((refund) => ({ id: refund.id, happenedAt: refund.createdAt, order, appId: null, edit: null, refund }));
  return [first, ...[...edits, ...refunds].sort((one, other) => one.happenedAt - other.happenedAt)].map((source) => new TypedAgreement(source));
}

function salesOf({ order, edit, refund }: AgreementSource): SaleSource[] {
  if (edit) {
    return edit.sales.flatMap(({ id, lineId, quantity }) => saleOf(order, lineId, id, quantity, "ORDER"));
  }
  if (refund) {
    return refund.lines.flatMap(({ id, lineId, quantity }) => saleOf(order, lineId, id, -quantity, "RETURN"));
  }
  return order.lines.filter(({ editId }) => editId === 0).map((line) => ({ id: line.id, order, line, quantity: line.quantity, actionType: "ORDER" as const }));
}

function saleOf(order: Order, lineId: number, id: number, quantity: number, actionType: SaleSource["actionType"]): SaleSource[] {
  const line = order.lines.find((known) => known.id === lineId);
  return line ? [{ id, order, line, quantity, actionType }] : [];
}

const agreement = {
  id: ({ id }: AgreementSource) => gid("SalesAgreement", id),
  happenedAt: ({ happenedAt }: AgreementSource) => dateTime(happenedAt),
  reason: ({ edit, refund }: AgreementSource) => (edit ? "ORDER_EDIT" : refund ? "REFUND" : "ORDER"),
  app: ({ appId }, _args, context) => (appId === null ? null : appId === context.app.id ? context.app : { id: appId, name: "Online Store", handle: "online_store", apiKey: "online-store" }),
  user: () => null,
  sales: (source, args) => new Connection(salesOf(source).map((sale) => new TypedSale(sale)), args, ({ value }) => value.id),
} satisfies Record<string, Resolver<AgreementSource>>;

class TypedSale extends Typed {
  constructor(override readonly value: SaleSource) {
    super("ProductSale", value);
  }
}

const net = ({ line, quantity }: SaleSource) => (quantity < 0 ? -lineNet(line, -quantity) : lineNet(line, quantity));
const discount = ({ line, quantity }: SaleSource) => Math.round((lineDiscount(line) * quantity) / Math.max(1, line.quantity));
const tax = (source: SaleSource) => Math.sign(source.quantity) * taxOn(Math.abs(net(source)), source.order.taxRate, source.order.taxesIncluded);

const productSale = fields<SaleSource>({
  id: ({ id }) => gid("Sale", id),
  actionType: ({ actionType }) => actionType,
  lineType: () => "PRODUCT",
  quantity: ({ quantity }) => quantity,
  lineItem: ({ order, line }) => ({ order, line }),
  taxes: () => [],
  totalAmount: (source) => moneyBag(net(source) + (source.order.taxesIncluded ? 0 : tax(source)), source.order.currency),
  totalTaxAmount: (source) => moneyBag(tax(source), source.order.currency),
  totalDiscountAmountBeforeTaxes: (source) => moneyBag(discount(source), source.order.currency),
  totalDiscountAmountAfterTaxes: (source) => moneyBag(discount(source), source.order.currency),
});

export const agreementFields: Readonly<Record<string, FieldTable>> = {
  OrderAgreement: fields<AgreementSource>({ ...agreement, order: ({ order }) => order }),
  OrderEditAgreement: fields<AgreementSource>(agreement),
  RefundAgreement: fields<AgreementSource>({ ...agreement, refund: ({ order, refund }) => (refund ? { order, refund } : null) }),
  ProductSale: productSale,
};
