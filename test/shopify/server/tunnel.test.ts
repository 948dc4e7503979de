import { createServer } from "node:http";
import { finished } from "node:stream/promises";
import { expect, onTestFinished, test } from "vitest";
import { closeServer, listen } from "./listen";
import { createPageRewriter } from "./page-rewriter";
import { allowFraming, createTunnel } from "./tunnel";

test.each([
  ["frame-ancestors https://a.myshopify.com https://admin.shopify.com;", "frame-ancestors https://a.myshopify.com https://admin.shopify.com http://localhost:1;"],
  ["default-src 'self'; frame-ancestors 'none'", "default-src 'self'; frame-ancestors http://localhost:1"],
  ["default-src 'self'", "default-src 'self'"],
])("lets the local admin frame what the app lets Shopify frame: %s", (policy, expected) => {
  expect(allowFraming(policy, "http://localhost:1")).toBe(expected);
});

test("rewrites an address that arrives in pieces, and lets the beginning of a page through before its end", async () => {
  const rewriter = createPageRewriter("http://localhost:4100");
  const seen: string[] = [];
  rewriter.on("data", (part: Buffer) => seen.push(part.toString("utf8")));
  rewriter.write("<p>é</p><script src=\"https://cdn.shopify.com/shopify");
  expect(seen.join("")).toBe("<p>é</p>");
  rewriter.end('cloud/app-bridge.js"></script>');
  await finished(rewriter);
  expect(seen.join("")).toBe('<p>é</p><script src="http://localhost:4100/app-bridge.js"></script>');
});

test("rewrites App Bridge's address in pages alone and tells the app where it was asked", async () => {
  const html = '<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>';
  const app = createServer((request, response) => {
    const page = request.url === "/page";
    response.writeHead(200, { "content-type": page ? "text/html; charset=utf-8" : "text/javascript", "x-seen": [request.headers["x-forwarded-proto"], request.headers["x-forwarded-host"]].join(" ") });
    response.end(html);
  });
  const target = `http://127.0.0.1:${await listen(app, 0)}`;
  const tunnel = createTunnel({ target: () => target, adminOrigin: () => "http://localhost:4100" });
  const port = await listen(tunnel, 0);
  onTestFinished(async () => {
    await closeServer(tunnel);
    await closeServer(app);
  });
  const page = await fetch(`http://127.0.0.1:${port}/page`);
  expect(await page.text()).toBe('<script src="http://localhost:4100/app-bridge.js"></script>');
  expect(page.headers.get("x-seen")).toBe(`http 127.0.0.1:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/script.js`)).text()).toBe(html);
});

test.each([[true, "?1"], [undefined, null]])("asks browsers for a process of the app's own: %s", async (ownProcess, expected) => {
  const app = createServer((_, response) => { response.writeHead(200, { "content-type": "text/html" }).end("<p>"); });
  const target = `http://127.0.0.1:${await listen(app, 0)}`;
  const tunnel = createTunnel({ target: () => target, adminOrigin: () => "http://localhost:4100", ...(ownProcess && { ownProcess }) });
  const port = await listen(tunnel, 0);
  onTestFinished(async () => {
    await closeServer(tunnel);
    await closeServer(app);
  });
  expect((await fetch(`http://127.0.0.1:${port}/`)).headers.get("origin-agent-cluster")).toBe(expected);
});
