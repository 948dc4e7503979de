import type { NextFunction, Request, Response, Router } from "express";
import { createCheckout } from "../../store/checkouts";
import type { Attribute, Shop } from "../../store/model";
import { rememberForShop } from "../cookies";
import { isCountry } from "../countries";
import { textOf } from "../form-text";
import { languageOf } from "../languages";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { rememberLogin } from "../account/login";
import { accountPage } from "./account-page";
import { cartPage } from "./cart-page";
import { findCollection, findProduct, productsOf, searchProducts } from "./catalogue";
import { collectionPage, homePage, searchPage } from "./list-pages";
import { productPage } from "./product-page";
import { cartAttributes, registerCart } from "./cart-routes";
import { registerAppProxy } from "./app-proxy";
import { themeBlocks } from "./theme-blocks";
import { readVisitor, rememberCart, withQuantity } from "./visitor";
import type { Visitor } from "./visitor";

interface Visit {
  readonly shop: Shop;
  readonly visitor: Visitor;
  readonly path: string;
}

/** The storefront: /shop/{handle}/… */
export function registerStorefront(router: Router, services: PageServices): void {
  const visit = (request: Request, response: Response): Visit | null => {
    const shop = services.store.findShop(String(request.params["shop"]));
    if (shop) return { shop, visitor: readVisitor(request, response, shop), path: request.path };
    refuse(response, 404, "There is no such shop here.");
    return null;
  };
  const get = (path: string, page: (request: Request, response: Response, visit: Visit, next: NextFunction) => void) =>
    router.get(`/shop/:shop${path}`, (request, response, next) => {
      const current = visit(request, response);
      if (current) page(request, response, current, next);
    });
  const post = (path: string, action: (request: Request, response: Response, visit: Visit) => void) =>
    router.post(`/shop/:shop${path}`, (request, response) => {
      const current = visit(request, response);
      if (current) action(request, response, current);
    });

  get("/", (_request, response, current) => send(response, homePage(current)));
  get("/search", (request, response, current) => {
    const query = textOf(request.query["q"]).slice(0, 200);
    send(response, searchPage({ ...current, query }, searchProducts(current.shop, query), Number(request.query["page"] ?? 1)));
  });
  get("/collections/:collection", (request, response, current) => {
    const collection = findCollection(current.shop, String(request.params["collection"]));
    if (!collection) {
      refuse(response, 404, "There is no such collection.");
      return;
    }
    send(response, collectionPage(current, collection, productsOf(current.shop, collection), Number(request.query["page"] ?? 1)));
  });
  get("/products/:product", (request, response, current, next) => {
    const product = findProduct(current.shop, String(request.params["product"]));
    if (!product) {
      refuse(response, 404, "This product is not on sale.");
      return;
    }
    themeBlocks(services, current.shop, product, current.visitor.language)
      .then((theme) => send(response, productPage(current, product, { variantId: Number(request.query["variant"]), sellingPlanId: Number(request.query["selling_plan"]) }, theme)))
      .catch(next);
  });
  get("/cart", (_request, response, current) => send(response, cartPage(current)));
  get("/account", (_request, response, current) => send(response, accountPage(current)));

  post("/cart/add", (request, response, { shop, visitor }) => {
    const variantId = Number(request.body["id"] ?? request.body["variant"]);
    if (!shop.variants.has(variantId)) {
      refuse(response, 404, "This product is not on sale.");
      return;
    }
    const already = visitor.cart.find((line) => line.variantId === variantId)?.quantity ?? 0;
    const plan = Number(request.body["selling_plan"]) || undefined;
    rememberCart(response, shop, withQuantity(visitor.cart, variantId, already + Math.max(1, Number(request.body["quantity"]) || 1), plan));
    response.redirect(303, `/shop/${shop.handle}/cart`);
  });
  post("/cart/change", (request, response, { shop, visitor }) => {
    rememberCart(response, shop, withQuantity(visitor.cart, Number(request.body["variant"]), Number(request.body["quantity"]) || 0));
    response.redirect(303, `/shop/${shop.handle}/cart`);
  });
  post("/account", (request, response, { shop }) => {
    const chosen = textOf(request.body["shopper"]);
    const email = textOf(request.body["email"]).trim().toLowerCase();
    const known = chosen.startsWith("customer:") ? Number(chosen.slice("customer:".length)) : null;
    rememberLogin(response, shop, known);
    if (known === null) rememberForShop(response, shop.handle, "shopper", chosen === "email" ? `email:${email}` : chosen);
    response.redirect(303, `/shop/${shop.handle}/`);
  });
  post("/preferences", (request, response, { shop }) => {
    const { locale, country, back } = request.body;
    rememberForShop(response, shop.handle, "locale", languageOf(locale));
    if (isCountry(country)) rememberForShop(response, shop.handle, "country", country);
    const home = `/shop/${shop.handle}/`;
    response.redirect(303, typeof back === "string" && back.startsWith(home) ? back : home);
  });
  registerCart(router, services);
  registerAppProxy(router, services);
  post("/checkout", (request, response, { shop, visitor }) => {
    if (visitor.cart.length === 0) {
      response.redirect(303, `/shop/${shop.handle}/cart`);
      return;
    }
    response.redirect(303, `/checkout/${openCheckout(services, shop, visitor, cartAttributes(request))}`);
  });
}

function openCheckout({ store }: PageServices, shop: Shop, { cart, shopper, countryCode, language }: Visitor, customAttributes: Attribute[]): string {
  const customer = shopper.kind === "customer" ? shop.customers.get(shopper.customerId) : undefined;
  const email = shopper.kind === "email" ? shopper.email : (customer?.email ?? "");
  const known = customer ? { customerId: customer.id } : {};
  return createCheckout(store, { shop: shop.domain, lines: [...cart], email, countryCode, locale: language, customAttributes, ...known }).token;
}
