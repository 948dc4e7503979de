import type { Order, OrderLine, Shop } from "../../store/model";
import { editedTotals, lineNet, outstandingAmount, receivedAmount, refundedAmount } from "../../store/totals";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";
import { languageOf } from "../languages";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { checkoutShell } from "./checkout-shell";
import { summaryLine } from "./summary-line";
import { CHECKOUT_TEXTS } from "./texts";

interface ConfirmedOrder {
  readonly shop: Shop;
  readonly order: Order;
  readonly token: string;
}

export function thankYouPage({ shop, order, token }: ConfirmedOrder): Html {
  const language = languageOf(order.locale);
  const texts = CHECKOUT_TEXTS[language];
  return checkoutShell(
    { shop, language, title: texts.thanks },
    html`<div class="checkout confirmation">
      <div class="steps">
        <p class="muted">${order.name}</p>
        <h1>${texts.thanks}</h1>
        <p>${texts.confirmationSent} ${order.email}.</p>
        <div id="purchase.thank-you.block.render" hidden></div>
        <p class="links">
          <a class="button" href="/shop/${shop.handle}/">${texts.continueShopping}</a>
          <a href="/checkout/${token}/order_status">${texts.orderStatus}</a>
        </p>
      </div>
      ${orderSummary(shop, order, language)}
    </div>`,
  );
}

export function orderStatusPage({ shop, order }: ConfirmedOrder): Html {
  const language = languageOf(order.locale);
  const texts = CHECKOUT_TEXTS[language];
  const placed = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: shop.timezone }).format(order.createdAt);
  return checkoutShell(
    { shop, language, title: `${texts.orderStatus} ${order.name}` },
    html`<div class="checkout confirmation">
      <div class="steps">
        <p class="muted">${placed}</p>
        <h1>${texts.orderStatus} ${order.name}</h1>
        <p>${texts[statusOf(order)]}</p>
        <div id="customer-account.order-status.block.render" hidden></div>
        <p class="links"><a class="button" href="/shop/${shop.handle}/">${texts.continueShopping}</a></p>
      </div>
      ${orderSummary(shop, order, language)}
    </div>`,
  );
}

function statusOf(order: Order): "cancelled" | "onItsWay" | "packing" {
  if (order.cancelledAt !== null) return "cancelled";
  return order.fulfilled ? "onItsWay" : "packing";
}

function orderSummary(shop: Shop, order: Order, language: Language): Html {
  const texts = CHECKOUT_TEXTS[language];
  const totals = editedTotals(order);
  const money = (amount: number) => priceText(amount, order.currency, language);
  const [owed, refunded] = [outstandingAmount(order), refundedAmount(order)];
  return html`<aside class="summary" aria-label="${texts.summary}">
    <ul>${order.lines.map((line) => summaryLine({
      picture: linePicture(shop, line),
      title: line.title,
      variantTitle: line.variantTitle,
      quantity: line.quantity,
      quantityLabel: texts.quantity,
      total: money(lineNet(line)),
      ...(line.editId === 0 ? {} : { badge: texts.added }),
    }))}</ul>
    <dl class="totals">
      <div><dt>${texts.subtotal}</dt><dd>${money(totals.subtotal)}</dd></div>
      <div><dt>${texts.delivery}</dt><dd>${money(totals.shipping)}</dd></div>
      ${order.taxesIncluded ? "" : html`<div><dt>${texts.tax}</dt><dd>${money(totals.tax)}</dd></div>`}
      <div class="grand"><dt>${texts.total}</dt><dd>${money(totals.total)}</dd></div>
      ${order.taxesIncluded && totals.tax > 0 ? html`<div class="muted"><dt>${texts.taxIncluded}</dt><dd>${money(totals.tax)}</dd></div>` : ""}
      <div><dt>${texts.paid}</dt><dd>${money(receivedAmount(order))}</dd></div>
      ${refunded > 0 ? html`<div><dt>${texts.refunded}</dt><dd>${money(refunded)}</dd></div>` : ""}
      ${owed > 0 ? html`<div class="owed"><dt>${texts.owed}</dt><dd>${money(owed)}</dd></div>` : ""}
    </dl>
  </aside>`;
}

function linePicture(shop: Shop, line: OrderLine): string | null {
  const product = shop.products.get(line.productId);
  return product ? pictureOf(shop, product) : null;
}
