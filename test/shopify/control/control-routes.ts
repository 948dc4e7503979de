import type { Request, Response, Router } from "express";
import express from "express";
import type { AppIdentity } from "../app/app-identity";
import type { GraphqlEndpoint } from "../graphql/endpoint";
import { drawPicture } from "../pictures/draw-picture";
import type { FaultChange, Faults } from "../server/faults";
import { changeFaults, clearFaults } from "../server/faults";
import type { AdjustableClock } from "../store/clock";
import type { Store } from "../store/store";
import { currentTotals, editedTotals } from "../store/totals";
import { issueExtensionToken, issueSessionToken } from "../tokens/issue-tokens";
import type { WebhookSender } from "../webhooks/sender";
import type { Control } from "./control";
import { placementLinks } from "./placement-links";

export interface ControlRoutesOptions {
  store: Store;
  clock: AdjustableClock;
  app: AppIdentity;
  faults: Faults;
  webhooks: WebhookSender;
  graphql: GraphqlEndpoint;
  control: Control;
  refusedHosts: string[];
  /** Folder of the extensions with their bundles, or null. */
  extensionsDir: string | null;
}

/** The control API under /_local: every function of the control as POST /_local/do/{name} with its arguments as JSON, and reads. */
export function controlRoutes(options: ControlRoutesOptions): Router {
  const { store, clock, app, faults, webhooks, graphql, control } = options;
  const router = express.Router();
  router.get("/pictures/:handle/:picture", (request, response) => {
    const product = store.findShop(request.params.handle)?.products.get(Number.parseInt(request.params.picture, 10));
    if (!product) response.status(404).end();
    else response.type("image/svg+xml").set({ "cache-control": "public, max-age=3600", "access-control-allow-origin": "*" }).send(drawPicture(product));
  });
  router.use(express.json({ limit: "20mb" }));
  router.post("/do/:name", (request, response) => answer(response, () => perform(control, request)));
  router.get("/shops", (_request, response) => answer(response, () => [...store.shops.values()].map(summaryOf)));
  router.get("/shops/:shop", (request, response) => answer(response, () => summaryOf(store.getShop(request.params.shop))));
  router.get("/shops/:shop/products", (request, response) => answer(response, () => [...store.getShop(request.params.shop).products.values()].slice(0, limitOf(request))));
  router.get("/shops/:shop/orders", (request, response) =>
    answer(response, () => {
      const orders = [...store.getShop(request.params.shop).orders.values()].slice(-limitOf(request));
      return orders.reverse().map((order) => ({ ...order, totals: { edited: editedTotals(order), current: currentTotals(order) } }));
    }),
  );
  router.get("/shops/:shop/links", (request, response) => answer(response, () => placementLinks(store, store.getShop(request.params.shop), options.extensionsDir)));
  router.get("/shops/:shop/charges", (request, response) => answer(response, () => control.charges({ shop: request.params.shop })));
  router.post("/shops/:shop/session-token", (request, response) => answer(response, () => ({ token: issueSessionToken(app, store.getShop(request.params.shop), clock.now()) })));
  router.post("/shops/:shop/extension-token", (request, response) =>
    answer(response, () => ({ token: issueExtensionToken(app, store.getShop(request.params.shop), clock.now(), typeof request.body.customerId === "number" ? request.body.customerId : null) })),
  );
  router.get("/faults", (_request, response) => answer(response, () => faults));
  router.patch("/faults", (request, response) =>
    answer(response, () => {
      changeFaults(faults, request.body satisfies FaultChange);
      return faults;
    }),
  );
  router.delete("/faults", (_request, response) =>
    answer(response, () => {
      clearFaults(faults);
      return faults;
    }),
  );
  router.get("/clock", (_request, response) => answer(response, () => ({ now: new Date(clock.now()).toISOString() })));
  router.post("/clock", (request, response) => answer(response, () => moveClock(clock, request.body)));
  router.get("/deliveries", (request, response) =>
    answer(response, () => webhooks.deliveries.filter(({ topic }) => !request.query.topic || topic === request.query.topic).slice(-limitOf(request))),
  );
  router.post("/deliveries/:id/again", (request, response) => answer(response, () => webhooks.redeliver(request.params.id)));
  router.post("/deliveries/settled", (_request, response) => void webhooks.settled().then(() => response.json({ settled: true })));
  router.get("/requests", (request, response) => answer(response, () => graphql.requests.slice(-limitOf(request))));
  router.get("/refused-hosts", (_request, response) => answer(response, () => options.refusedHosts));
  return router;
}

function perform(control: Control, request: Request): unknown {
  const name = request.params.name ?? "";
  if (!Object.hasOwn(control, name)) throw new Error(`There is no ${name}`);
  const action: unknown = Reflect.get(control, name);
  if (typeof action !== "function") throw new Error(`There is no ${name}`);
  return Reflect.apply(action, control, [request.body]) as unknown;
}

function moveClock(clock: AdjustableClock, body: { set?: string; advanceMs?: number; stop?: boolean; run?: boolean }): { now: string } {
  if (body.set) clock.set(Date.parse(body.set));
  if (body.advanceMs) clock.advance(body.advanceMs);
  if (body.stop) clock.stop();
  if (body.run) clock.run();
  return { now: new Date(clock.now()).toISOString() };
}

/** The result as JSON, maps and sets as lists, bare shops as their summary; an error of the store as 400 with its sentence. */
function answer(response: Response, work: () => unknown): void {
  try {
    const result = work() ?? { done: true };
    response.type("json").send(JSON.stringify(isShop(result) ? summaryOf(result) : result, (_key, value: unknown) => (value instanceof Map ? [...value.values()] : value instanceof Set ? [...value] : value)));
  } catch (error) {
    response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
  }
}

function isShop(value: unknown): value is Parameters<typeof summaryOf>[0] {
  return typeof value === "object" && value !== null && "checkouts" in value && "domain" in value;
}

function summaryOf(shop: ReturnType<Store["getShop"]>): Record<string, unknown> {
  const { id, handle, domain, name, currency, timezone, plan } = shop;
  return { id, handle, domain, name, currency, timezone, plan, products: shop.products.size, orders: shop.orders.size, customers: shop.customers.size, installed: shop.installation !== null, scopes: shop.installation?.scopes ?? [] };
}

function limitOf(request: Request): number {
  return Number(request.query.limit ?? 100);
}
