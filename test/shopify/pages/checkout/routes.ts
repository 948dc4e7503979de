import type { Request, Response, Router } from "express";
import { applyChangeset, calculateChangeset } from "../../changesets/changesets";
import { getCheckout, refreshCheckout, updateCheckout } from "../../store/checkouts";
import type { Checkout, Order, Shop } from "../../store/model";
import { exponentOf } from "../../store/money";
import { completeCheckout, findOrderByReference, releaseOrder } from "../../store/orders";
import { priceCheckout } from "../../store/pricing";
import type { Store } from "../../store/store";
import { originalTotals } from "../../store/totals";
import { rememberForShop } from "../cookies";
import { orderPath } from "../account/order-access";
import { isCountry } from "../countries";
import { answerCall } from "../extensions/call-route";
import { textOf } from "../form-text";
import { listPostPurchaseBundles } from "../post-purchase-bundles";
import { languageOf } from "../languages";
import { refuse, send } from "../respond";
import type { ChangesetFault, PageServices } from "../services";
import { CHANGESET_FAULTS, faultsWith } from "../services";
import { changeCheckout } from "../../ui-extensions/answer-call";
import { CHECKOUT_BLOCK, THANK_YOU_BLOCK, checkoutBlocks, checkoutSite, checkoutValues } from "./checkout-blocks";
import { checkoutPage } from "./checkout-page";
import { guardOf } from "./code-guard";
import { postPurchasePage } from "./post-purchase-page";
import { CHECKOUT_TEXTS } from "./texts";
import { thankYouPage } from "./thank-you-page";

/** How long Shopify waits for a shopper who closed the tab before the order goes on without the page. */
const HOLD_MS = 10 * 60 * 1000;
const MINIMUM_TOTAL_UNITS = 0.5;

/** The checkout, the page after it and the confirmation: /checkout/{token}/… */
export function registerCheckout(router: Router, services: PageServices): void {
  const { store } = services;
  const shown = new Set<number>();
  const blocks = (request: Request, found: { shop: Shop; checkout: Checkout }) => checkoutBlocks(services, { ...found, order: undefined }, CHECKOUT_BLOCK, request);

  router.get("/checkout/:token", (request, response) => {
    const found = findCheckout(store, request, response);
    if (!found) return;
    if (found.checkout.orderId !== null) {
      response.redirect(303, `/checkout/${found.checkout.token}/thank_you`);
      return;
    }
    refreshCheckout(store, found.shop, found.checkout);
    send(response, checkoutPage(found.shop, found.checkout, null, blocks(request, found)));
  });

  router.post("/checkout/:token/extension-call", (request, response) => {
    const found = findCheckout(store, request, response);
    if (!found) return;
    const { shop, checkout } = found;
    const visit = { shop, checkout, order: findOrderByReference(shop, checkout.token) ?? undefined };
    const change = visit.order ? undefined : (call: string, argument: Readonly<Record<string, unknown>>) => {
      if (call !== "applyDiscountCodeChange" || argument["type"] === "removeDiscountCode") return changeCheckout(store, shop, checkout, call, argument);
      if (!guardOf(store).mayTry(addressOf(request))) return { type: "error" as const, message: "Too many attempts" };
      const result = changeCheckout(store, shop, checkout, call, argument);
      if (result.type === "error") guardOf(store).noteWrong(addressOf(request));
      return result;
    };
    void answerCall(services, request, response, (target) => checkoutSite(visit, target, request), checkoutValues(visit), change);
  });

  router.post("/checkout/:token", (request, response) => {
    const found = findCheckout(store, request, response);
    if (!found) return;
    const { shop, checkout } = found;
    if (checkout.orderId !== null) {
      response.redirect(303, `/checkout/${checkout.token}/thank_you`);
      return;
    }
    const filled = filledIn(request, checkout);
    const guesses = filled.discountCode !== null && filled.discountCode !== checkout.discountCode;
    if (guesses && !guardOf(store).mayTry(addressOf(request))) {
      send(response, checkoutPage(shop, checkout, CHECKOUT_TEXTS[languageOf(checkout.locale)].codeThrottled, blocks(request, found)), 429);
      return;
    }
    updateCheckout(store, { shop: shop.domain, token: checkout.token, ...filled });
    if (guesses && !priceCheckout(shop, checkout).discountCode) guardOf(store).noteWrong(addressOf(request));
    if (!["pay", "wallet"].includes(textOf(request.body["intent"]))) {
      response.redirect(303, `/checkout/${checkout.token}`);
      return;
    }
    let order: Order;
    try {
      order = completeCheckout(store, { shop: shop.domain, token: checkout.token });
    } catch (error) {
      send(response, checkoutPage(shop, checkout, error instanceof Error ? error.message : String(error), blocks(request, found)), 422);
      return;
    }
    rememberForShop(response, shop.handle, "cart", "");
    if (!isEligible(services, shop, order)) {
      response.redirect(303, `/checkout/${checkout.token}/thank_you`);
      return;
    }
    setTimeout(() => release(store, shop, order), HOLD_MS).unref();
    const fault = faultOf(request.body["fault"]);
    response.redirect(303, `/checkout/${checkout.token}/post_purchase${fault ? `?fault=${fault}` : ""}`);
  });

  // Shown once: a reload finds the order as it stands and ends at the confirmation.
  router.get("/checkout/:token/post_purchase", (request, response) => {
    const found = findOrder(store, request, response);
    if (!found) return;
    const { shop, order, token } = found;
    if (shown.has(order.id) || order.released || !isEligible(services, shop, order)) {
      response.redirect(303, `/checkout/${token}/thank_you`);
      return;
    }
    shown.add(order.id);
    send(response, postPurchasePage(services, shop, order, token, faultOf(request.query["fault"])));
  });

  router.post("/checkout/:token/post_purchase/calculate", (request, response) => {
    const found = findOrder(store, request, response);
    if (!found) return;
    response.json(calculateChangeset(services, found.shop, found.token, request.body["changeset"]));
  });
  router.post("/checkout/:token/post_purchase/apply", (request, response) => {
    const found = findOrder(store, request, response);
    if (!found) return;
    const faults = faultsWith(services.faults, faultOf(request.query["fault"]));
    response.json(applyChangeset({ ...services, faults }, found.shop, found.token, String(request.body["changeset"])));
  });
  router.post("/checkout/:token/post_purchase/done", (request, response) => {
    const found = findOrder(store, request, response);
    if (!found) return;
    release(store, found.shop, found.order);
    response.json({});
  });

  router.get("/checkout/:token/thank_you", (request, response) => {
    const found = findOrder(store, request, response);
    if (!found) return;
    release(store, found.shop, found.order);
    const visit = { ...found, checkout: getCheckout(found.shop, found.token) };
    send(response, thankYouPage(found, checkoutBlocks(services, visit, THANK_YOU_BLOCK, request)));
  });
  router.get("/checkout/:token/order_status", (request, response) => {
    const found = findOrder(store, request, response);
    if (found) response.redirect(303, orderPath(store, found.shop, found.order, true));
  });
}

function findCheckout(store: Store, request: Request, response: Response): { shop: Shop; checkout: Checkout } | null {
  const token = String(request.params["token"]);
  for (const shop of store.shops.values()) {
    const checkout = shop.checkouts.get(token);
    if (checkout) return { shop, checkout };
  }
  refuse(response, 404, "There is no such checkout.");
  return null;
}

function findOrder(store: Store, request: Request, response: Response): { shop: Shop; order: Order; token: string } | null {
  const found = findCheckout(store, request, response);
  if (!found) return null;
  const { shop, checkout } = found;
  const order = findOrderByReference(shop, checkout.token);
  if (order) return { shop, order, token: checkout.token };
  response.redirect(303, `/checkout/${checkout.token}`);
  return null;
}

function filledIn(request: Request, checkout: Checkout) {
  const { email, country, payment, discount } = request.body;
  const typed = textOf(email).trim() || checkout.email;
  return {
    // The same address again must not turn the customer who logged in into whoever else has it.
    ...(typed === checkout.email ? {} : { email: typed }),
    ...(isCountry(country) ? { countryCode: country } : {}),
    payment: payment === "wallet" || request.body["intent"] === "wallet" ? ("wallet" as const) : ("card" as const),
    discountCode: textOf(discount).trim() || null,
  };
}

function addressOf(request: Request): string {
  return request.socket.remoteAddress ?? "";
}

/** Where Shopify shows a post-purchase page at all: a card that can be charged again, an app, a total worth it. */
function isEligible(services: PageServices, shop: Shop, order: Order): boolean {
  const minimum = MINIMUM_TOTAL_UNITS * 10 ** exponentOf(order.currency);
  const giftCard = order.lines.some(({ productId }) => shop.products.get(productId)?.isGiftCard === true);
  const isPaidByCard = order.payment === "card" && order.sourceName === "web";
  return isPaidByCard && !giftCard && shop.installation !== null && originalTotals(order).total >= minimum && listPostPurchaseBundles(services.extensionsDir).length > 0;
}

function release(store: Store, shop: Shop, order: Order): void {
  if (!order.released) releaseOrder(store, { shop: shop.domain, orderId: order.id });
}

function faultOf(value: unknown): ChangesetFault | null {
  return CHANGESET_FAULTS.find((fault) => fault === value) ?? null;
}
