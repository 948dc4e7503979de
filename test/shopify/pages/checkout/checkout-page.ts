import type { Checkout, Shop } from "../../store/model";
import { priceCheckout } from "../../store/pricing";
import { planNameOf } from "../../store/selling-plans";
import { taxRate, taxTitle } from "../../store/tax";
import { COUNTRIES, countryName } from "../countries";
import type { Blocks } from "../extensions/blocks";
import { blockScripts } from "../extensions/blocks";
import type { Html } from "../html";
import { html } from "../html";
import { languageOf } from "../languages";
import { priceText } from "../price-text";
import { CHANGESET_FAULTS, pictureOf } from "../services";
import { checkoutShell } from "./checkout-shell";
import { discountRows } from "./discount-rows";
import { summaryLine } from "./summary-line";
import { CHECKOUT_TEXTS } from "./texts";

/** The checkout with everything a shopper fills in and the blocks of extensions; `problem` says why it could not be paid. */
export function checkoutPage(shop: Shop, checkout: Checkout, problem: string | null, blocks: Blocks): Html {
  const language = languageOf(checkout.locale);
  const texts = CHECKOUT_TEXTS[language];
  const price = priceCheckout(shop, checkout);
  const money = (amount: number) => priceText(amount, shop.currency, checkout.locale);
  const unknownCode = checkout.discountCode && !price.discountCode;
  return checkoutShell(
    { shop, language, title: texts.checkout, back: `/shop/${shop.handle}/cart` },
    html`<form class="checkout" method="post" action="/checkout/${checkout.token}">
      <div class="steps">
        <h1 class="vh">${texts.checkout}</h1>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
        ${expressPayment(texts)}
        <section><h2>${texts.contact}</h2>
          <label class="field"><span>${texts.email}</span><input type="email" name="email" value="${checkout.email}" autocomplete="email" required></label>
        </section>
        <section><h2>${texts.delivery}</h2>
          <label class="field"><span>${texts.deliverTo}</span><select name="country" data-autosubmit>
            ${COUNTRIES.map(({ code }) => html`<option value="${code}" ${code === checkout.countryCode ? html`selected` : ""}>${countryName(code, language)}</option>`)}
          </select></label>
          <p class="rate"><span>${texts.standard}</span><span>${money(price.shipping)}</span></p>
        </section>
        ${blocks.mounts}
        <section><h2 id="payment">${texts.payment}</h2>
          <div class="options" role="radiogroup" aria-labelledby="payment">
            ${paymentOption("card", texts.card, checkout)}
            ${paymentOption("wallet", texts.wallet, checkout)}
          </div>
        </section>
        ${faultChoice()}
        <button class="button wide" type="submit" name="intent" value="pay">${texts.payNow}</button>
      </div>
      <aside class="summary" aria-label="${texts.summary}">
        <ul>${price.lines.map((line) => {
          const variant = shop.variants.get(line.variantId);
          const product = variant && shop.products.get(variant.productId);
          return product && summaryLine({
            picture: pictureOf(shop, product),
            title: product.title,
            variantTitle: [product.variants.length > 1 ? variant.title : "", planNameOf(shop, product.id, line.sellingPlanId)].filter(Boolean).join(" · "),
            quantity: line.quantity,
            quantityLabel: texts.quantity,
            total: money(line.unitPrice * line.quantity),
          });
        })}</ul>
        <div class="code">
          <label class="field"><span>${texts.discountCode}</span><input name="discount" value="${checkout.discountCode ?? ""}" autocomplete="off"
            ${unknownCode ? html`aria-invalid="true" aria-describedby="code-problem"` : ""}></label>
          <button class="secondary" type="submit" name="intent" value="update">${texts.apply}</button>
        </div>
        ${unknownCode ? html`<p class="problem" id="code-problem">${texts.codeUnknown}</p>` : ""}
        <dl class="totals">
          <div><dt>${texts.subtotal}</dt><dd>${money(price.subtotal + price.discounts)}</dd></div>
          ${discountRows(price, texts.discount, money)}
          <div><dt>${texts.delivery}</dt><dd>${money(price.shipping)}</dd></div>
          ${shop.taxesIncluded ? "" : html`<div><dt>${texts.tax} (${taxTitle(checkout.countryCode)})</dt><dd>${money(price.tax)}</dd></div>`}
          <div class="grand"><dt>${texts.total}</dt><dd>${money(price.total)}</dd></div>
          ${shop.taxesIncluded && taxRate(checkout.countryCode) > 0 ? html`<div class="muted"><dt>${texts.taxIncluded}</dt><dd>${money(price.tax)}</dd></div>` : ""}
        </dl>
      </aside>
    </form>
    <form id="express" method="post" action="/checkout/${checkout.token}"><input type="hidden" name="intent" value="wallet">
      <input type="hidden" name="country" value="${checkout.countryCode}"><input type="hidden" name="discount" value="${checkout.discountCode ?? ""}">
      <input type="hidden" name="email" value="${checkout.email || "wallet.shopper@example.com"}"></form>
    ${blockScripts(blocks)}`,
  );
}

/** Payment by a wallet in one step: no page after it, since a wallet cannot be charged again. */
function expressPayment(texts: { wallet: string }): Html {
  // In a form of its own: Enter in a field must not pay by it.
  return html`<div class="express"><button class="wallet" type="submit" form="express">${texts.wallet}</button></div>`;
}

function paymentOption(value: "card" | "wallet", label: string, checkout: Checkout): Html {
  return html`<label class="option"><input type="radio" name="payment" value="${value}" ${checkout.payment === value ? html`checked` : ""}><span>${label}</span></label>`;
}

/** For trying things out by hand: what becomes of a change that an offer makes to the order. */
function faultChoice(): Html {
  return html`<details class="trying"><summary>Try a fault</summary>
    <label class="field"><span>When an offer is accepted</span><select name="fault">
      <option value="">it works</option>
      ${CHANGESET_FAULTS.map((code) => html`<option value="${code}">${code}</option>`)}
    </select></label>
  </details>`;
}
