import { createHmac } from "node:crypto";
import type { Request, Response, Router } from "express";
import type { AppIdentity } from "../../app/app-identity";
import { renderLiquid } from "../../liquid/render-liquid";
import { localAddresses } from "../../liquid/local-addresses";
import { shopDrop } from "../../liquid/drops";
import { readLogin } from "../account/login";
import { withShop } from "../account/with-shop";
import { trusted } from "../html";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { shopPage } from "./shop-page";
import { readVisitor } from "./visitor";

// What Shopify does not hand on to an app.
const HELD_BACK = new Set(["cookie", "host", "connection", "content-length", "accept-encoding"]);

/** The app behind the shop's own address: /shop/{handle}/{prefix}/{subpath}/…, signed as Shopify signs it. */
export function registerAppProxy(router: Router, services: PageServices): void {
  const { app } = services;
  const { proxy } = app;
  if (!proxy) return;
  router.all(`/shop/:shop/${proxy.prefix}/${proxy.subpath}*`, withShop(services, async (request, response, shop) => {
    if (!shop.installation) {
      refuse(response, 404, "There is no such page.");
      return;
    }
    const customer = readLogin(request, shop);
    const prefix = `/${proxy.prefix}/${proxy.subpath}`;
    const query = new URL(request.originalUrl, "http://localhost").searchParams;
    for (const name of ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"]) query.delete(name);
    query.set("shop", shop.domain);
    query.set("logged_in_customer_id", customer ? String(customer.id) : "");
    query.set("path_prefix", prefix);
    query.set("timestamp", String(Math.floor(services.store.clock.now() / 1000)));
    query.set("signature", proxySignature(app, query));
    const target = new URL(`${proxyBase(app, proxy.url)}${request.params["0"] ?? ""}?${query}`);
    const reply = await fetch(target, { method: request.method, headers: headersOf(request), body: bodyOf(request), redirect: "manual" });
    await hand(services, request, response, shop, reply);
  }));
}

async function hand(services: PageServices, request: Request, response: Response, shop: Parameters<typeof shopDrop>[1], reply: globalThis.Response): Promise<void> {
  const location = reply.headers.get("location");
  const toShop = localAddresses(services.store.origin, shop);
  if (location !== null) {
    response.redirect(reply.status, toShop(location.startsWith("/") ? `https://${shop.domain}${location}` : location));
    return;
  }
  const type = reply.headers.get("content-type") ?? "application/octet-stream";
  const body = Buffer.from(await reply.arrayBuffer());
  if (!type.startsWith("application/liquid")) {
    response.status(reply.status).set({ "content-type": type, "cache-control": "no-store" }).send(body);
    return;
  }
  const content = await renderLiquid(body.toString("utf8"), { shop: shopDrop(services.store.origin, shop) });
  const visit = { shop, visitor: readVisitor(request, response, shop), path: request.path, title: shop.name };
  // The app's own page in the shop's layout; what it may show is the app's business, as at Shopify.
  send(response, shopPage(visit, trusted(toShop(content))), reply.status);
}

/** Every parameter but the signature, sorted, joined without anything between (shopify.dev, "Authenticate app proxies"). */
export function proxySignature(app: AppIdentity, query: URLSearchParams): string {
  const names = [...new Set(query.keys())].filter((name) => name !== "signature");
  const message = names.map((name) => `${name}=${query.getAll(name).join(",")}`).sort().join("");
  return createHmac("sha256", app.apiSecret).update(message).digest("hex");
}

function proxyBase(app: AppIdentity, url: string): string {
  return url.startsWith("/") ? `${app.url}${url}` : url;
}

function headersOf(request: Request): Record<string, string> {
  const kept = Object.entries(request.headers).flatMap(([name, value]) => (HELD_BACK.has(name) || value === undefined ? [] : [[name, String(value)] as const]));
  return Object.fromEntries(kept);
}

/** Forms were parsed on the way in; they go on as forms. */
function bodyOf(request: Request): string | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (request.is("json")) return JSON.stringify(request.body);
  return new URLSearchParams(request.body).toString();
}
