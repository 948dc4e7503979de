import net from "node:net";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import express from "express";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEndpoints } from "./endpoints.server";
import type { Listener } from "./listen.server";
import { listen } from "./listen.server";

const handleError = vi.fn();
const echo = async ({ request }: ActionFunctionArgs) => Response.json({ body: await request.text(), url: request.url, kind: request.headers.get("x-kind") }, { status: 201, headers: { "X-Of": "route" } });
const modules: Record<string, object> = {
  "api/echo": { action: echo, loader: () => new Response(null, { status: 204 }) },
  "api/refuses": { action: () => { throw new Response("no", { status: 403 }); } },
  "api/fails": { action: () => { throw new Error("secret reason"); } },
  "api/with/:id": { action: echo },
  "app/offers": { action: echo, default: () => null },
};
// Of a build only what the endpoints look at.
const build = {
  routes: Object.fromEntries(Object.entries(modules).map(([path, module]) => [path, { path, module }])),
  entry: { module: { handleError } },
} as unknown as ServerBuild;

let listener: Listener;
let url: string;
beforeEach(async () => {
  const app = express();
  app.use(createEndpoints(build));
  app.use((_request, response) => { response.status(418).send("Remix"); });
  listener = await listen(app, "127.0.0.1", 0);
  url = `http://127.0.0.1:${String(listener.port)}`;
});
afterEach(async () => { await listener.close(); });

const post = async (path: string, { body, headers }: { body?: string; headers?: Record<string, string> } = {}) =>
  fetch(`${url}${path}`, { method: "POST", headers: { Connection: "close", ...headers }, ...(body === undefined ? {} : { body }) });

test.each([["small", 10], ["large", 200_000]])("hands a %s body to the route and its answer back", async (_name, size) => {
  const body = "ä".repeat(size);
  const reply = await post("/api/echo?a=1", { body, headers: { "x-kind": "test" } });
  expect([reply.status, reply.headers.get("x-of"), await reply.json()]).toEqual([201, "route", { body, url: "http://localhost/api/echo?a=1", kind: "test" }]);
});

test("answers the question before a request from elsewhere", async () => {
  expect((await fetch(`${url}/api/echo`, { method: "OPTIONS", headers: { Connection: "close" } })).status).toBe(204);
});

test.each([
  ["GET", "/api/echo"], ["PUT", "/api/echo"], ["POST", "/api/echo/"], ["POST", "/api/echo?_data=routes%2Fapi.echo"], ["POST", "/api/with/1"], ["POST", "/app/offers"], ["OPTIONS", "/api/fails"],
])("leaves %s %s to Remix", async (method, path) => {
  expect((await fetch(`${url}${path}`, { method, headers: { Connection: "close" } })).status).toBe(418);
});

test("sends what a route throws as its answer", async () => {
  const reply = await post("/api/refuses");
  expect([reply.status, await reply.text()]).toEqual([403, "no"]);
});

test("tells of a failure without its reason, which is logged", async () => {
  const reply = await post("/api/fails");
  expect([reply.status, await reply.text()]).toEqual([500, "Unexpected Server Error"]);
  expect(handleError).toHaveBeenCalledWith(expect.objectContaining({ message: "secret reason" }), expect.objectContaining({ params: {} }));
});

test("goes on after a request that broke off", async () => {
  const socket = net.connect(listener.port, "127.0.0.1");
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write("POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  socket.destroy();
  expect((await post("/api/echo", { body: "whole" })).status).toBe(201);
});
