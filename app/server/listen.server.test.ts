import express from "express";
import { afterEach, expect, test } from "vitest";
import { listen } from "./listen.server";
import type { Listener } from "./listen.server";

let listener: Listener;
afterEach(async () => { await listener.close(); });

test("takes the token of a purchase with as many lines as a decision looks at", async () => {
  const app = express();
  app.post("/", (request, response) => { response.json({ length: request.headers.authorization?.length }); });
  listener = await listen(app, "127.0.0.1", 0);
  // A line takes some 450 bytes of the token, which lists the whole purchase.
  const token = `Bearer ${"a".repeat(500 * 450)}`;
  const reply = await fetch(`http://127.0.0.1:${String(listener.port)}/`, { method: "POST", headers: { Authorization: token, Connection: "close" } });
  expect([reply.status, await reply.json()]).toEqual([200, { length: token.length }]);
});
