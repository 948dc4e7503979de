import { z } from "zod";
import { gid, parseRecord, RestId, Timestamp } from "../sync/shopify-fields";

/** A return or dispute as the mirror holds it. */
export interface MirroredCase {
  kind: "return" | "dispute";
  id: number;
  orderId: number;
  openedAt: Date;
  /** Null while it is open. */
  closedAt: Date | null;
  /** Shopify did not say when it was closed, so `closedAt` is when that was learnt; a time that is held already is better. */
  isCloseGuessed: boolean;
}

const ReturnNode = z.object({
  id: gid("Return"),
  status: z.enum(["REQUESTED", "OPEN", "CLOSED", "DECLINED", "CANCELED"]),
  createdAt: Timestamp,
  closedAt: Timestamp.nullish(),
  order: z.object({ id: gid("Order") }),
});

/** A return from a GraphQL node; open from the request until it is closed, declined or cancelled. Throws a RecordError. */
export function parseReturnNode(node: unknown, observedAt: Date): MirroredCase {
  const { id, status, createdAt, closedAt, order } = parseRecord("return", ReturnNode, node);
  const isOpen = status === "REQUESTED" || status === "OPEN";
  return { kind: "return", id, orderId: order.id, openedAt: createdAt, ...closing(isOpen, closedAt, observedAt) };
}

const DECIDED = new Set(["accepted", "charge_refunded", "lost", "prevented", "won"]);

const DisputePayload = z.object({
  id: RestId,
  order_id: RestId.nullish(),
  status: z.string(),
  initiated_at: Timestamp,
  finalized_on: Timestamp.nullish(),
});

/** A dispute from the payload of disputes/*; null for one that belongs to no order. Throws a RecordError. */
export function parseDisputePayload(payload: unknown, triggeredAt: Date): MirroredCase | null {
  const { id, order_id: orderId, status, initiated_at: openedAt, finalized_on: finalizedOn } = parseRecord("dispute", DisputePayload, payload);
  return orderId ? { kind: "dispute", id, orderId, openedAt, ...closing(!finalizedOn && !DECIDED.has(status), finalizedOn, triggeredAt) } : null;
}

const DisputeNode = z.object({
  id: gid("ShopifyPaymentsDispute"),
  status: z.string(),
  initiatedAt: Timestamp,
  finalizedOn: Timestamp.nullish(),
  order: z.object({ id: gid("Order") }).nullish(),
});

/** The same from a GraphQL node. */
export function parseDisputeNode(node: unknown, observedAt: Date): MirroredCase | null {
  const { id, status, initiatedAt, finalizedOn, order } = parseRecord("dispute", DisputeNode, node);
  const isOpen = !finalizedOn && !DECIDED.has(status.toLowerCase());
  return order ? { kind: "dispute", id, orderId: order.id, openedAt: initiatedAt, ...closing(isOpen, finalizedOn, observedAt) } : null;
}

function closing(isOpen: boolean, told: Date | null | undefined, learntAt: Date): Pick<MirroredCase, "closedAt" | "isCloseGuessed"> {
  if (isOpen) return { closedAt: null, isCloseGuessed: false };
  return { closedAt: told ?? learntAt, isCloseGuessed: !told };
}
