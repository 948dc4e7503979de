import { nextId } from "./ids";
import type { Order, OrderReturn, ReturnStatus } from "./model";
import { getOrder } from "./orders";
import type { CommandContext } from "./store";
import { defineCommand } from "./store";

/** A buyer asks to send something back; announces returns/request. */
export const requestReturn = defineCommand("requestReturn", (context, args: { shop: string; orderId: number }): OrderReturn => {
  const shop = context.store.getShop(args.shop);
  const order = getOrder(shop, args.orderId);
  order.returns ??= [];
  const made: OrderReturn = { id: nextId(shop, "return"), name: `${order.name}-R${order.returns.length + 1}`, status: "REQUESTED", createdAt: context.at, closedAt: null };
  order.returns.push(made);
  announce(context, args.shop, order, "returns/request", made.id);
  return made;
});

const STEPS = {
  approve: { from: "REQUESTED", to: "OPEN" },
  decline: { from: "REQUESTED", to: "DECLINED" },
  cancel: { from: "OPEN", to: "CANCELED" },
  close: { from: "OPEN", to: "CLOSED" },
  reopen: { from: "CLOSED", to: "OPEN" },
} as const satisfies Record<string, { from: ReturnStatus; to: ReturnStatus }>;
export type ReturnStep = keyof typeof STEPS;

/** What staff can do next with a return. */
export function returnSteps({ status }: OrderReturn): ReturnStep[] {
  return (["approve", "decline", "cancel", "close", "reopen"] as const).filter((step) => STEPS[step].from === status);
}

/** Takes a return a step further and announces it; throws when it is not at that step. */
export const changeReturn = defineCommand("changeReturn", (context, args: { shop: string; orderId: number; returnId: number; step: ReturnStep }): OrderReturn => {
  const order = getOrder(context.store.getShop(args.shop), args.orderId);
  const found = order.returns?.find(({ id }) => id === args.returnId);
  if (!found) throw new Error(`Order ${order.name} has no return ${args.returnId}`);
  if (!returnSteps(found).includes(args.step)) throw new Error(`Return ${found.name} is ${found.status.toLowerCase()}`);
  found.status = STEPS[args.step].to;
  // Shopify dates the closing alone, not a refusal or a cancellation.
  found.closedAt = found.status === "CLOSED" ? context.at : null;
  announce(context, args.shop, order, `returns/${args.step}`, found.id);
  return found;
});

function announce(context: CommandContext, domain: string, order: Order, topic: string, returnId: number): void {
  const shop = context.store.getShop(domain);
  order.updatedAt = context.at;
  context.emit(shop, topic, returnId, { orderId: order.id });
  context.emit(shop, "orders/updated", order.id);
}
