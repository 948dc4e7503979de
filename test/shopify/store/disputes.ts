import { nextId } from "./ids";
import type { Dispute, DisputeStatus } from "./model";
import { getOrder } from "./orders";
import { defineCommand } from "./store";
import { receivedAmount } from "./totals";

/** The buyer's bank questions the payment; announces disputes/create. */
export const openDispute = defineCommand("openDispute", ({ store, at, emit }, args: { shop: string; orderId: number }): Dispute => {
  const shop = store.getShop(args.shop);
  const order = getOrder(shop, args.orderId);
  const dispute: Dispute = { id: nextId(shop, "dispute"), status: "NEEDS_RESPONSE", amount: receivedAmount(order), initiatedAt: at, finalizedOn: null };
  order.disputes = [...(order.disputes ?? []), dispute];
  emit(shop, "disputes/create", dispute.id, { orderId: order.id });
  return dispute;
});

/** The bank looks into a dispute or decides it; announces disputes/update. */
export const changeDispute = defineCommand("changeDispute", ({ store, at, emit }, args: { shop: string; orderId: number; disputeId: number; status: DisputeStatus }): Dispute => {
  const shop = store.getShop(args.shop);
  const order = getOrder(shop, args.orderId);
  const dispute = order.disputes?.find(({ id }) => id === args.disputeId);
  if (!dispute) throw new Error(`Order ${order.name} has no dispute ${args.disputeId}`);
  if (dispute.finalizedOn !== null) throw new Error("This dispute is decided");
  dispute.status = args.status;
  dispute.finalizedOn = isDecided(args.status) ? at : null;
  emit(shop, "disputes/update", dispute.id, { orderId: order.id });
  return dispute;
});

function isDecided(status: DisputeStatus): boolean {
  return status === "WON" || status === "LOST" || status === "ACCEPTED";
}
