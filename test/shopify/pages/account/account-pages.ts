import type { Customer, Order, Shop } from "../../store/model";
import { editedTotals } from "../../store/totals";
import type { Blocks } from "../extensions/blocks";
import { blockScripts } from "../extensions/blocks";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";
import { priceText } from "../price-text";
import { pictureOf } from "../services";
import { customerName } from "../storefront/shop-page";
import type { AccountPage } from "./account-shell";
import { accountShell } from "./account-shell";
import { orderParts } from "../checkout/order-parts";
import { CHECKOUT_TEXTS } from "../checkout/texts";
import { ACCOUNT_TEXTS } from "./texts";

const PER_PAGE = 20;

type Visit = Pick<AccountPage, "shop" | "language" | "pages">;

/** The orders of a customer, newest first, with the blocks of extensions above them. */
export function orderIndexPage(visit: Visit & { customer: Customer }, orders: readonly Order[], wanted: number, blocks: Blocks): Html {
  const { shop, language } = visit;
  const texts = ACCOUNT_TEXTS[language];
  const pages = Math.max(1, Math.ceil(orders.length / PER_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const path = `/account/${shop.handle}/orders`;
  return accountShell({ ...visit, title: texts.orders, path }, html`<h1>${texts.orders}</h1>
    ${blocks.mounts}
    ${orders.length === 0 ? html`<p class="card">${texts.noOrders}</p>` : html`<ul class="orders">${orders.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((order) => orderCard(shop, order, language))}</ul>`}
    ${pages > 1 ? html`<nav class="pager" aria-label="${texts.orders}">${page > 1 ? html`<a href="?page=${page - 1}" rel="prev">‹ ${page - 1}</a>` : ""} <span>${page} / ${pages}</span> ${page < pages ? html`<a href="?page=${page + 1}" rel="next">${page + 1} ›</a>` : ""}</nav>` : ""}
    ${blockScripts(blocks)}`);
}

function orderCard(shop: Shop, order: Order, language: Language): Html {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: shop.timezone }).format(order.createdAt);
  const products = order.lines.flatMap(({ productId }) => shop.products.get(productId) ?? []).slice(0, 4);
  return html`<li class="card order-card">
    <div class="thumbs">${products.map((product) => html`<img src="${pictureOf(shop, product)}" alt="${product.title}" width="56" height="56" loading="lazy">`)}</div>
    <div><a href="/account/${shop.handle}/orders/${order.id}"><strong>${order.name}</strong></a><p class="muted">${date}</p></div>
    <p>${priceText(editedTotals(order).total, order.currency, language)}</p>
  </li>`;
}

/** One order; a visitor with nothing but the link is asked to log in for more. */
export function orderStatusPage(visit: Visit & { customer: Customer | null; order: Order }, blocks: Blocks): Html {
  const { shop, language, order, customer } = visit;
  const texts = CHECKOUT_TEXTS[language];
  const path = `/account/${shop.handle}/orders/${order.id}`;
  const placed = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: shop.timezone }).format(order.createdAt);
  return accountShell({ ...visit, title: `${texts.orderStatus} ${order.name}`, path }, html`<div class="checkout confirmation">
      <div class="steps">
        <p class="muted">${placed}</p>
        <h1>${texts.orderStatus} ${order.name}</h1>
        <p>${texts[statusOf(order)]}</p>
        ${customer ? "" : html`<p class="card"><a href="/account/${shop.handle}/login?return_to=${encodeURIComponent(path)}">${ACCOUNT_TEXTS[language].logInForMore}</a></p>`}
        ${blocks.mounts}
        <p class="links"><a class="button" href="/shop/${shop.handle}/">${texts.continueShopping}</a></p>
      </div>
      ${orderParts(shop, order, language)}
    </div>${blockScripts(blocks)}`);
}

function statusOf(order: Order): "cancelled" | "onItsWay" | "packing" {
  if (order.cancelledAt !== null) return "cancelled";
  return order.fulfilled ? "onItsWay" : "packing";
}

/** Who the customer is, with the blocks of extensions below. */
export function profilePage(visit: Visit & { customer: Customer }, blocks: Blocks): Html {
  const { shop, language, customer } = visit;
  const texts = ACCOUNT_TEXTS[language];
  return accountShell({ ...visit, title: texts.profile, path: `/account/${shop.handle}/profile` }, html`<h1>${texts.profile}</h1>
    <dl class="card profile"><div><dt>${texts.name}</dt><dd>${customerName(customer)}</dd></div><div><dt>${texts.email}</dt><dd>${customer.email}</dd></div></dl>
    ${blocks.mounts}${blockScripts(blocks)}`);
}

/** A page that is an extension's alone. */
export function fullPage(visit: Visit & { customer: Customer; path: string }, name: string, blocks: Blocks): Html {
  return accountShell({ ...visit, title: name }, html`${blocks.mounts}${blockScripts(blocks)}`);
}
