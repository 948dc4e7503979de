import type { Request, Response, Router } from "express";
import type { Customer, Shop } from "../../store/model";
import { answerCall } from "../extensions/call-route";
import { extensionsAt } from "../extensions/blocks";
import { textOf } from "../form-text";
import { languageOf } from "../languages";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { fullPage, orderIndexPage, orderStatusPage, profilePage } from "./account-pages";
import { accountBlocks, accountSite, accountValues } from "./account-site";
import { readLogin } from "./login";
import { registerLogin } from "./login-routes";
import { maySee, ordersOf } from "./order-access";
import { withShop } from "./with-shop";

const FULL_PAGE = "customer-account.page.render";

/** The customer accounts: /account/{handle}/… */
export function registerAccount(router: Router, services: PageServices): void {
  const base = "/account/:shop";
  registerLogin(router, services);

  const visitOf = (request: Request, shop: Shop, customer: Customer | null, locale?: string) => ({
    shop,
    customer,
    language: languageOf(request.query["locale"] ?? locale ?? customer?.locale ?? shop.locale),
    pages: extensionsAt(services, shop, FULL_PAGE).map(({ handle, name }) => ({ path: `/account/${shop.handle}/pages/${handle}`, name })),
  });
  const withCustomer = (handle: (request: Request, response: Response, shop: Shop, customer: Customer) => void) =>
    withShop(services, (request, response, shop) => {
      const customer = readLogin(request, shop);
      if (customer) handle(request, response, shop, customer);
      else response.redirect(303, `/account/${shop.handle}/login?return_to=${encodeURIComponent(request.originalUrl)}`);
    });

  router.get(base, withShop(services, (_request, response, shop) => response.redirect(303, `/account/${shop.handle}/orders`)));
  router.get(`${base}/orders`, withCustomer((request, response, shop, customer) => {
    const visit = { ...visitOf(request, shop, customer), customer };
    const blocks = accountBlocks(services, visit, "customer-account.order-index.block.render", request);
    send(response, orderIndexPage(visit, ordersOf(shop, customer), Number(request.query["page"]), blocks));
  }));
  router.get(`${base}/orders/:order`, withShop(services, (request, response, shop) => {
    const order = shop.orders.get(Number(request.params["order"]));
    const login = readLogin(request, shop);
    if (!order || !maySee(services.store, order, login, textOf(request.query["key"]))) {
      if (login === null && order) response.redirect(303, `/account/${shop.handle}/login?return_to=${encodeURIComponent(request.originalUrl)}`);
      else refuse(response, 404, "There is no such order.");
      return;
    }
    // Someone else's login makes nobody the customer of this order.
    const customer = login && order.customerId === login.id ? login : null;
    const visit = { ...visitOf(request, shop, customer, order.locale), order };
    send(response, orderStatusPage(visit, accountBlocks(services, visit, "customer-account.order-status.block.render", request)));
  }));
  router.get(`${base}/profile`, withCustomer((request, response, shop, customer) => {
    const visit = { ...visitOf(request, shop, customer), customer };
    send(response, profilePage(visit, accountBlocks(services, visit, "customer-account.profile.block.render", request)));
  }));
  router.get([`${base}/pages/:handle`, `${base}/pages/:handle/*`], withCustomer((request, response, shop, customer) => {
    const extension = extensionsAt(services, shop, FULL_PAGE).find(({ handle }) => handle === request.params["handle"]);
    if (!extension) {
      refuse(response, 404, "There is no such page.");
      return;
    }
    const visit = { ...visitOf(request, shop, customer), customer, path: `/account/${shop.handle}/pages/${extension.handle}` };
    const all = accountBlocks(services, visit, FULL_PAGE, request);
    const states = all.states.filter((state) => state.extension.handle === extension.handle).map((state) => ({ ...state, startUrl: `extension:/${request.params["0"] ?? ""}` }));
    send(response, fullPage(visit, extension.name, { ...all, states }));
  }));
  router.post(`${base}/extension-call`, withShop(services, (request, response, shop) => {
    const login = readLogin(request, shop);
    const order = shop.orders.get(Number(request.query["order"]));
    if (order && !maySee(services.store, order, login, textOf(request.query["key"]))) {
      response.status(404).json({ error: "There is no such order" });
      return;
    }
    const customer = order && login?.id !== order.customerId ? null : login;
    const visit = { ...visitOf(request, shop, customer), ...(order ? { order } : {}) };
    void answerCall(services, request, response, (target) => accountSite(visit, target, request), accountValues(order));
  }));
}
