import { basename } from "node:path";
import type { PageState } from "../../post-purchase/contract";
import { buildInputData } from "../../post-purchase/input-data";
import type { Order, Shop } from "../../store/model";
import { assetUrl } from "../assets";
import type { Html } from "../html";
import { html, jsonScript } from "../html";
import { languageOf } from "../languages";
import { listPostPurchaseBundles } from "../post-purchase-bundles";
import type { ChangesetFault, PageServices } from "../services";
import { checkoutShell } from "./checkout-shell";
import { CHECKOUT_TEXTS } from "./texts";

/** The page between payment and confirmation, where the extension decides whether there is anything to see. */
export function postPurchasePage(services: PageServices, shop: Shop, order: Order, token: string, fault: ChangesetFault | null): Html {
  const language = languageOf(order.locale);
  const texts = CHECKOUT_TEXTS[language];
  const base = `/checkout/${token}/post_purchase`;
  const suffix = fault === null ? "" : `?fault=${fault}`;
  const purchase = { shop, order, referenceId: token };
  const now = services.store.clock.now();
  const state: PageState = {
    bundleUrls: listPostPurchaseBundles(services.extensionsDir).map((path) => `/_assets/extensions/${basename(path)}`),
    workerUrl: assetUrl("post-purchase-worker.js"),
    sandboxUrl: "/_assets/post-purchase-sandbox.html",
    shouldRender: buildInputData(services.app, purchase, "Checkout::PostPurchase::ShouldRender", now),
    render: buildInputData(services.app, purchase, "Checkout::PostPurchase::Render", now),
    urls: { calculate: `${base}/calculate${suffix}`, apply: `${base}/apply${suffix}`, done: `${base}/done`, thankYou: `/checkout/${token}/thank_you` },
  };
  return checkoutShell(
    { shop, language, title: texts.confirmed },
    html`<div class="after">
      <div class="confirmed">
        <h1>${texts.confirmed} <span class="muted">${order.name}</span></h1>
        <a href="${state.urls.thankYou}">${texts.viewConfirmation}</a>
      </div>
      <div id="problems" class="problem" role="alert" hidden><p>The extension did what Shopify would refuse:</p><ul id="problem-list"></ul></div>
      <div id="finishing" class="finishing" role="status"><span class="pp-Spinner" aria-hidden="true"></span><p>${texts.finishing}</p></div>
      <div id="extension" class="extension" hidden></div>
    </div>
    ${jsonScript("state", state)}
    <script src="${assetUrl("post-purchase.js")}"></script>`,
  );
}
