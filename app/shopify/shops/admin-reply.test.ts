import { expect, test } from "vitest";
import { pauseOf, readReply } from "./admin-reply.server";

test.each([
  ["2", 2_000],
  ["0.5", 500],
  ["0", 0],
  [null, 1_000],
  ["soon", 1_000],
  ["-1", 1_000],
  ["86400", 30_000],
])("Retry-After %s waits %i ms", (header, ms) => {
  expect(pauseOf(header)).toBe(ms);
});

const reply = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });
const cost = (requested: number, available: number) => ({
  cost: { requestedQueryCost: requested, throttleStatus: { maximumAvailable: 2_000, currentlyAvailable: available, restoreRate: 100 } },
});

test("a throttled call waits until its points are there again", async () => {
  const throttled = { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }], extensions: cost(500, 200) };
  expect(await readReply(reply(throttled))).toEqual({ kind: "wait", ms: 3_000 });
});

test.each<[string, Response, object]>([
  ["data", reply({ data: { a: 1 }, extensions: cost(1, 1) }), { kind: "data", data: { a: 1 } }],
  ["429", new Response("", { status: 429, headers: { "retry-after": "4" } }), { kind: "wait", ms: 4_000 }],
  ["a refused token", new Response("", { status: 401 }), { kind: "token" }],
  ["a fault", new Response("", { status: 503 }), { kind: "fault" }],
  ["a fault inside", reply({ errors: [{ message: "x", extensions: { code: "INTERNAL_SERVER_ERROR" } }] }), { kind: "fault" }],
  ["an answer that is no JSON", new Response("<html>", { status: 200 }), { kind: "fault" }],
  ["missing access", reply({ errors: [{ message: "x", extensions: { code: "ACCESS_DENIED" } }] }), { kind: "failed", error: { code: "accessDenied" } }],
  ["data with an error", reply({ data: { a: null }, errors: [{ message: "x" }] }), { kind: "failed", error: { code: "invalid" } }],
  ["data without a field that is protected", reply({ data: { a: { name: null } }, errors: [{ message: "This app is not approved to use the name field.", extensions: { code: "ACCESS_DENIED" } }] }), { kind: "data", data: { a: { name: null } } }],
  ["an object that is protected", reply({ data: { a: null }, errors: [{ message: "This app is not approved to access the Order object.", extensions: { code: "ACCESS_DENIED" } }] }), { kind: "failed", error: { code: "accessDenied" } }],
  ["a frozen shop", new Response("", { status: 402 }), { kind: "failed", error: { code: "shopClosed" } }],
])("%s", async (_, answer, outcome) => {
  expect(await readReply(answer)).toMatchObject(outcome);
});
