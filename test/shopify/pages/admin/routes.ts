import type { Request, Response, Router } from "express";
import type { Shop } from "../../store/model";
import { textOf } from "../form-text";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { registerAppFrame } from "./app-routes";
import { registerCharges } from "./charge-page";
import { registerFlow } from "./flow-routes";
import { registerNotifications } from "./notification-routes";
import { registerPrinting } from "./print-page";
import { appsPage } from "./apps-page";
import { elsewherePage } from "./elsewhere-page";
import { customersPage, homePage, ordersPage, productsPage } from "./list-pages";
import { registerOrders } from "./order-routes";
import { registerProducts } from "./product-routes";

/** Runs a handler with the shop that the address names, or refuses. */
export type WithShop = (handle: (request: Request, response: Response, shop: Shop) => void | Promise<void>) => (request: Request, response: Response, next: (error?: unknown) => void) => void;

/** The merchant's admin: /admin/store/{handle}/… */
export function registerAdmin(router: Router, services: PageServices): void {
  const withShop: WithShop = (handle) => (request, response, next) => {
    const shop = services.store.findShop(String(request.params["shop"]));
    if (!shop) {
      refuse(response, 404, "There is no such shop here.");
      return;
    }
    Promise.resolve(handle(request, response, shop)).catch(next);
  };
  const listQuery = (request: Request) => ({ q: textOf(request.query["q"]).slice(0, 200), page: request.query["page"] });
  const base = "/admin/store/:shop";

  router.get(base, withShop((_request, response, shop) => send(response, homePage(shop))));
  router.get(`${base}/orders`, withShop((request, response, shop) => send(response, ordersPage(shop, listQuery(request)))));
  router.get(`${base}/products`, withShop((request, response, shop) => send(response, productsPage(shop, listQuery(request)))));
  router.get(`${base}/customers`, withShop((request, response, shop) => send(response, customersPage(shop, listQuery(request)))));
  registerOrders(router, services, withShop);
  registerProducts(router, services, withShop);
  registerNotifications(router, services, withShop);
  registerFlow(router, services, withShop);
  registerCharges(router, services, withShop);
  registerPrinting(router, services, withShop);

  router.get(`${base}/apps`, withShop((_request, response, shop) => send(response, appsPage(shop, services.app, null))));
  router.post(`${base}/apps/install`, withShop(async (_request, response, shop) => {
    if (!shop.installation) await services.install(shop);
    response.redirect(303, `/admin/store/${shop.handle}/apps/encore`);
  }));
  router.post(`${base}/apps/uninstall`, withShop(async (_request, response, shop) => {
    if (shop.installation) await services.uninstall(shop);
    response.redirect(303, `/admin/store/${shop.handle}/apps`);
  }));
  registerAppFrame(router, services, withShop);
  router.get([`${base}/settings/*`, `${base}/themes/*`], withShop((request, response, shop) => send(response, elsewherePage(shop, request.path))));
}

/** What went wrong, in the words of the store. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
