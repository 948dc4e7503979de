import type { Router } from "express";
import { editNotification } from "../../store/merchant";
import type { NotificationKind } from "../../store/merchant";
import type { Shop } from "../../store/model";
import { textOf } from "../form-text";
import type { Html } from "../html";
import { html } from "../html";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { adminPage } from "./admin-page";
import { renderNotification } from "./notification-preview";
import type { WithShop } from "./routes";
import { reasonOf } from "./routes";

const KINDS: readonly { kind: NotificationKind; title: string }[] = [{ kind: "orderConfirmation", title: "Order confirmation" }, { kind: "packingSlip", title: "Packing slip" }];

/** Settings › Notifications: where a merchant pastes Liquid, and how it looks for an order. */
export function registerNotifications(router: Router, { store, app }: PageServices, withShop: WithShop): void {
  const path = "/admin/store/:shop/notifications";
  const kindOf = (value: unknown) => KINDS.find(({ kind }) => kind === value)?.kind ?? null;

  router.get(path, withShop((_request, response, shop) => send(response, notificationsPage(shop))));
  router.post(`${path}/:kind`, withShop((request, response, shop) => {
    const kind = kindOf(request.params["kind"]);
    if (kind === null) {
      refuse(response, 404, "There is no such notification.");
      return;
    }
    editNotification(store, { shop: shop.domain, kind, liquid: textOf(request.body["liquid"]) });
    response.redirect(303, `/admin/store/${shop.handle}/notifications`);
  }));
  router.get("/admin/store/:shop/orders/:order/notifications/:kind", withShop(async (request, response, shop) => {
    const order = shop.orders.get(Number(request.params["order"]));
    const kind = kindOf(request.params["kind"]);
    if (!order || kind === null) {
      refuse(response, 404, "There is no such notification.");
      return;
    }
    try {
      response.set("Cache-Control", "no-store").type("html").send(await renderNotification(store, app, shop, order, kind));
    } catch (error) {
      refuse(response, 422, `The Liquid cannot be rendered: ${reasonOf(error)}`);
    }
  }));
}

function notificationsPage(shop: Shop): Html {
  const base = `/admin/store/${shop.handle}`;
  const newest = [...shop.orders.values()].reduce<{ id: number; createdAt: number } | null>((best, order) => (best === null || order.createdAt >= best.createdAt ? order : best), null);
  return adminPage({ shop, section: "notifications", title: "Notifications" }, html`<h1>Notifications</h1>
    ${KINDS.map(({ kind, title }) => html`<section class="panel"><h2>${title}</h2>
      <form method="post" action="${base}/notifications/${kind}" class="stack">
        <label class="field"><span>Liquid after the items</span><textarea name="liquid" rows="10" spellcheck="false">${shop.merchant.notifications[kind]}</textarea></label>
        <div class="row"><button class="button" type="submit">Save ${title.toLowerCase()}</button>
        ${newest ? html`<a href="${base}/orders/${newest.id}/notifications/${kind}">Preview with the newest order</a>` : ""}</div>
      </form></section>`)}`);
}
