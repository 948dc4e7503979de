import type { Router } from "express";
import { answerCharge } from "../../store/billing";
import type { AppSubscription } from "../../store/billing-model";
import type { Shop } from "../../store/model";
import { priceText } from "../price-text";
import type { Html } from "../html";
import { html } from "../html";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { adminPage } from "./admin-page";
import type { WithShop } from "./routes";
import { reasonOf } from "./routes";

/** Where the merchant approves or declines what an app wants to charge. */
export function registerCharges(router: Router, { store, app }: PageServices, withShop: WithShop): void {
  const path = "/admin/store/:shop/charges/:id";
  const found = (shop: Shop, id: unknown) => shop.billing.subscriptions.find((known) => known.id === Number(id));

  router.get(`${path}/confirm`, withShop((request, response, shop) => {
    const subscription = found(shop, request.params["id"]);
    if (!subscription) refuse(response, 404, "There is no such charge.");
    else send(response, chargePage(shop, subscription, app.name, null));
  }));
  router.post(`${path}/:answer`, withShop((request, response, shop) => {
    const subscription = found(shop, request.params["id"]);
    if (!subscription) {
      refuse(response, 404, "There is no such charge.");
      return;
    }
    try {
      answerCharge(store, { shop: shop.domain, id: subscription.id, approve: request.params["answer"] === "approve" });
    } catch (error) {
      send(response, chargePage(shop, subscription, app.name, reasonOf(error)), 422);
      return;
    }
    response.redirect(303, returnAddress(shop, subscription));
  }));
}

/** The app's page in the admin is here at another address; any other address is left as it is. */
function returnAddress(shop: Shop, { id, returnUrl }: AppSubscription): string {
  const url = new URL(returnUrl);
  url.searchParams.set("charge_id", String(id));
  const inAdmin = /^\/store\/[^/]+\/apps\/[^/]+(\/.*)?$/.exec(url.pathname);
  return url.host === "admin.shopify.com" && inAdmin ? `/admin/store/${shop.handle}/apps/encore${inAdmin[1] ?? ""}${url.search}` : url.href;
}

function chargePage(shop: Shop, subscription: AppSubscription, appName: string, problem: string | null): Html {
  const base = `/admin/store/${shop.handle}/charges/${subscription.id}`;
  const amount = (minor: number) => priceText(minor, subscription.currency);
  return adminPage({ shop, section: "apps", title: "Approve charge" }, html`<h1>Approve charge</h1>
    ${problem === null ? "" : html`<p class="problem" role="alert">${problem}</p>`}
    <section class="panel"><h2>${appName}: ${subscription.name}</h2>
      <ul>${subscription.lines.map((line) => line.kind === "recurring"
        ? html`<li>${amount(line.amount)} every 30 days</li>`
        : html`<li>${line.terms}. Up to ${amount(line.proposedAmount ?? line.amount)} every 30 days</li>`)}</ul>
      ${subscription.trialDays > 0 ? html`<p>${subscription.trialDays} days of trial</p>` : ""}
      ${subscription.test ? html`<p class="muted">A test charge: no money is taken.</p>` : ""}
      <form method="post" action="${base}/approve"><button class="button" type="submit">Approve</button></form>
      <form method="post" action="${base}/decline"><button class="button" type="submit">Cancel</button></form>
    </section>`);
}
