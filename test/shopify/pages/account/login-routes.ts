import type { Request, Response, Router } from "express";
import { createCustomer, findCustomerByEmail } from "../../store/customers";
import type { Shop } from "../../store/model";
import { textOf } from "../form-text";
import { languageOf } from "../languages";
import { send } from "../respond";
import type { PageServices } from "../services";
import { rememberLogin } from "./login";
import { LoginCodes } from "./login-codes";
import { codePage, emailPage } from "./login-page";
import { ACCOUNT_TEXTS } from "./texts";
import { withShop } from "./with-shop";

/** Logging in with an e-mail address and a code, and out again. */
export function registerLogin(router: Router, services: PageServices): void {
  const { store } = services;
  const codes = new LoginCodes(store.clock);
  const base = "/account/:shop";
  const asked = (request: Request, shop: Shop) => {
    const source: Record<string, unknown> = { ...request.query, ...request.body };
    return {
      shop,
      language: languageOf(request.query["locale"] ?? shop.locale),
      email: textOf(source["email"]).trim().toLowerCase(),
      returnTo: safeReturn(shop, textOf(source["return_to"])),
      problem: null,
    };
  };
  const enter = (response: Response, shop: Shop, customerId: number, returnTo: string) => {
    rememberLogin(response, shop, customerId);
    response.redirect(303, returnTo);
  };

  router.get(`${base}/login`, withShop(services, (request, response, shop) => send(response, emailPage(asked(request, shop)))));
  router.post(`${base}/login`, withShop(services, (request, response, shop) => {
    const login = asked(request, shop);
    if (!login.email.includes("@")) send(response, emailPage(login), 422);
    else send(response, codePage(login, codes.issue(shop.domain, login.email)));
  }));
  router.post(`${base}/login/code`, withShop(services, (request, response, shop) => {
    const login = asked(request, shop);
    if (!codes.redeem(shop.domain, login.email, textOf(request.body["code"]))) {
      send(response, codePage({ ...login, problem: ACCOUNT_TEXTS[login.language].wrongCode }, codes.current(shop.domain, login.email)), 422);
      return;
    }
    const customer = findCustomerByEmail(shop, login.email) ?? createCustomer(store, { shop: shop.domain, customer: { email: login.email } });
    enter(response, shop, customer.id, login.returnTo);
  }));
  // A way in without the code, for links that are printed and for tests.
  router.get(`${base}/login/as/:customer`, withShop(services, (request, response, shop) => {
    const customerId = Number(request.params["customer"]);
    if (!shop.customers.has(customerId)) response.redirect(303, `/account/${shop.handle}/login`);
    else enter(response, shop, customerId, asked(request, shop).returnTo);
  }));
  router.post(`${base}/logout`, withShop(services, (_request, response, shop) => {
    rememberLogin(response, shop, null);
    response.redirect(303, `/shop/${shop.handle}/`);
  }));
}

/** Back to where the login began, within this shop; nowhere else. */
export function safeReturn(shop: Shop, path: string): string {
  const own = [`/account/${shop.handle}/`, `/shop/${shop.handle}/`, "/checkout/"].some((start) => path.startsWith(start));
  return own && !path.includes("\\") && !path.includes("//") ? path : `/account/${shop.handle}/orders`;
}
