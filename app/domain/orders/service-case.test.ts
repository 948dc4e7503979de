import { expect, test } from "vitest";
import { RecordError } from "../sync/shopify-fields";
import { parseDisputeNode, parseDisputePayload, parseReturnNode } from "./service-case";

const learnt = new Date("2026-11-21T12:00:00Z");
const opened = "2026-11-01T08:00:00Z";
const decided = "2026-11-20T08:00:00Z";

test.each([
  ["REQUESTED", null, null, false], ["OPEN", null, null, false], ["CLOSED", decided, decided, false],
  ["DECLINED", null, learnt, true], ["CANCELED", null, learnt, true],
  // Opened again after it was closed.
  ["OPEN", decided, null, false],
])("a return that is %s, closed %s", (status, closedAt, expected, isCloseGuessed) => {
  const node = { id: "gid://shopify/Return/5", status, createdAt: opened, closedAt, order: { id: "gid://shopify/Order/11" } };
  expect(parseReturnNode(node, learnt)).toEqual({ kind: "return", id: 5, orderId: 11, openedAt: new Date(opened), closedAt: expected && new Date(expected), isCloseGuessed });
});

test.each([
  ["needs_response", null, null, false], ["under_review", null, null, false], ["won", decided, decided, false],
  ["lost", null, learnt, true], ["accepted", null, learnt, true], ["charge_refunded", null, learnt, true],
])("a dispute that is %s, final %s, is the same by webhook and by node", (status, finalizedOn, expected, isCloseGuessed) => {
  const known = { kind: "dispute", id: 6, orderId: 11, openedAt: new Date(opened), closedAt: expected && new Date(expected), isCloseGuessed };
  expect(parseDisputePayload({ id: 6, order_id: 11, status, initiated_at: opened, finalized_on: finalizedOn }, learnt)).toEqual(known);
  const node = { id: "gid://shopify/ShopifyPaymentsDispute/6", status: status.toUpperCase(), initiatedAt: opened, finalizedOn, order: { id: "gid://shopify/Order/11" } };
  expect(parseDisputeNode(node, learnt)).toEqual(known);
});

test("a dispute of no order concerns nobody here", () => {
  expect(parseDisputePayload({ id: 6, order_id: null, status: "won", initiated_at: opened }, learnt)).toBeNull();
});

test("what is not understood is refused by name", () => {
  expect(() => parseReturnNode({ id: "gid://shopify/Return/5", status: "SENT", createdAt: opened, order: { id: "gid://shopify/Order/11" } }, learnt)).toThrow(RecordError);
});
