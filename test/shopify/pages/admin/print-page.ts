import type { Router } from "express";
import { buildBlock } from "../../ui-extensions/build-block";
import { gid } from "../../store/ids";
import type { Order, Shop } from "../../store/model";
import type { Place } from "../../ui-extensions/values/standard-values";
import type { Blocks } from "../extensions/blocks";
import { blockScripts, extensionsAt } from "../extensions/blocks";
import { answerCall } from "../extensions/call-route";
import type { Html } from "../html";
import { html, jsonScript } from "../html";
import { languageOf } from "../languages";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { adminPage } from "./admin-page";
import type { WithShop } from "./routes";

export const PRINT_ACTION = "admin.order-details.print-action.render";

/** Links to the print actions of apps for an order. */
export function printLinks(services: PageServices, shop: Shop, order: Order): Html {
  const base = `/admin/store/${shop.handle}/orders/${order.id}`;
  return html`${extensionsAt(services, shop, PRINT_ACTION).map(({ handle, name }) => html`<a href="${base}/print/${handle}">${name}</a>`)}`;
}

/** A print action's page: its options, a preview of what it prints, and the button that prints. */
export function registerPrinting(router: Router, services: PageServices, withShop: WithShop): void {
  const { app, store } = services;
  const siteOf = (shop: Shop) => (target: string) => ({
    shop, target, locale: languageOf("en"), countryCode: shop.countryCode, customerId: null, productIds: [], editor: false, callUrl: `/admin/store/${shop.handle}/extension-call`, storageScope: `admin:${shop.handle}`,
  });

  router.get("/admin/store/:shop/orders/:order/print/:handle", withShop((request, response, shop) => {
    const order = shop.orders.get(Number(request.params["order"]));
    const extension = extensionsAt(services, shop, PRINT_ACTION).find(({ handle }) => handle === request.params["handle"]);
    if (!order || !extension) {
      refuse(response, 404, "There is no such print action.");
      return;
    }
    const site = siteOf(shop)(PRINT_ACTION);
    const place: Place = { app, origin: store.origin, extension, ...site };
    const state = buildBlock(place, {}, { id: `${extension.handle}--print`, callUrl: site.callUrl, storageScope: site.storageScope });
    const constants = { ...state.constants, data: { selected: [{ id: gid("Order", order.id) }] } };
    const blocks: Blocks = { mounts: html`<div class="extension-block" id="${state.id}" data-target="${PRINT_ACTION}" data-extension="${extension.handle}"></div>`, states: [{ ...state, constants }] };
    send(response, printPage(shop, order, extension.name, app.url, blocks));
  }));
  router.post("/admin/store/:shop/extension-call", withShop((request, response, shop) => answerCall(services, request, response, siteOf(shop), () => ({}))));
}

function printPage(shop: Shop, order: Order, name: string, appUrl: string, blocks: Blocks): Html {
  return adminPage({ shop, section: "orders", title: `${name} ${order.name}` }, html`<p class="back"><a href="/admin/store/${shop.handle}/orders/${order.id}">${order.name}</a></p>
    <h1>${name}</h1>
    <div class="columns print">
      <section class="panel"><h2>Preview</h2><iframe id="print-preview" title="Preview" sandbox="allow-modals allow-same-origin"></iframe></section>
      <section class="panel"><h2>Options</h2>${blocks.mounts}<p class="row"><button class="button" type="button" id="print" disabled>Print</button></p></section>
    </div>
    ${jsonScript("print-state", { appUrl, tokenUrl: `/admin/store/${shop.handle}/_app/token` })}
    ${blockScripts(blocks)}`);
}
