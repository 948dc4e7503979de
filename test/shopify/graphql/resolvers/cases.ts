import { gid } from "../../store/ids";
import type { Dispute, Order, OrderReturn, Shop } from "../../store/model";
import type { FieldTable } from "../context";
import { fields } from "../context";
import { dateTime, money } from "../values";

export interface ReturnSource {
  id: number;
  order: Order;
  made: OrderReturn;
}

export interface DisputeSource {
  id: number;
  order: Order;
  dispute: Dispute;
}

export function returnsOf(order: Order): ReturnSource[] {
  return (order.returns ?? []).map((made) => ({ id: made.id, order, made }));
}

export function disputesOf(shop: Shop): DisputeSource[] {
  return [...shop.orders.values()].flatMap((order) => (order.disputes ?? []).map((dispute) => ({ id: dispute.id, order, dispute })));
}

/** The most pressing state of an order's returns, as the orders page shows it. */
export function returnStatus({ returns = [] }: Order): string {
  const has = (status: OrderReturn["status"]) => returns.some((made) => made.status === status);
  if (has("REQUESTED")) return "RETURN_REQUESTED";
  if (has("OPEN")) return "IN_PROGRESS";
  return has("CLOSED") ? "RETURNED" : "NO_RETURN";
}

export const caseFields: Readonly<Record<string, FieldTable>> = {
  Return: fields<ReturnSource>({
    id: ({ id }) => gid("Return", id),
    name: ({ made }) => made.name,
    status: ({ made }) => made.status,
    createdAt: ({ made }) => dateTime(made.createdAt),
    closedAt: ({ made }) => (made.closedAt === null ? null : dateTime(made.closedAt)),
    order: ({ order }) => order,
  }),
  ShopifyPaymentsDispute: fields<DisputeSource>({
    id: ({ id }) => gid("ShopifyPaymentsDispute", id),
    legacyResourceId: ({ id }) => String(id),
    status: ({ dispute }) => dispute.status,
    type: () => "CHARGEBACK",
    amount: ({ order, dispute }) => money(dispute.amount, order.currency),
    initiatedAt: ({ dispute }) => dateTime(dispute.initiatedAt),
    finalizedOn: ({ dispute }) => (dispute.finalizedOn === null ? null : dateTime(dispute.finalizedOn)),
    order: ({ order }) => order,
  }),
};
