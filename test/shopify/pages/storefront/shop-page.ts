import type { Shop } from "../../store/model";
import { assetUrl } from "../assets";
import { COUNTRIES } from "../countries";
import type { Html } from "../html";
import { html } from "../html";
import { LANGUAGES } from "../languages";
import { collectionsOnSale } from "./catalogue";
import type { Shopper, Visitor } from "./visitor";

export interface ShopPage {
  readonly shop: Shop;
  readonly visitor: Visitor;
  readonly path: string;
  readonly title: string;
  readonly query?: string;
}

/** A page of the storefront with its header and footer. */
export function shopPage({ shop, visitor, path, title, query = "" }: ShopPage, content: Html): Html {
  const home = `/shop/${shop.handle}/`;
  const itemCount = visitor.cart.reduce((sum, line) => sum + line.quantity, 0);
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title === shop.name ? title : `${title} – ${shop.name}`}</title>
  <link rel="icon" href="/_assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetUrl("shop.css")}">
  <script src="${assetUrl("storefront.js")}" defer></script>
</head>
<body>
  <a class="skip" href="#content">Skip to content</a>
  <header>
  <div class="bar">
    ${preferences(shop, visitor, path)}
    <a class="who" href="${home}account"><span class="who-as">Shopping </span>as <strong>${shopperName(shop, visitor.shopper)}</strong></a>
  </div>
  <div class="head">
    <a class="brand" href="${home}">${shop.name}</a>
    <form class="search" role="search" action="${home}search">
      <input type="search" name="q" value="${query}" placeholder="Search" aria-label="Search the shop">
      <button type="submit" aria-label="Search">${SEARCH_ICON}</button>
    </form>
    <a class="cart-link" href="${home}cart">Cart <span class="count">${itemCount}</span></a>
    <nav class="nav" aria-label="Collections">
      ${collectionsOnSale(shop).slice(0, 6).map((collection) => {
        const href = `${home}collections/${collection.handle}`;
        return html`<a href="${href}" ${path === href ? html`aria-current="page"` : ""}>${collection.title}</a>`;
      })}
    </nav>
  </div>
  </header>
  <main id="content" tabindex="-1">${content}</main>
  <footer class="foot">
    <p>${shop.name} delivers to ${COUNTRIES.length} countries. Prices ${shop.taxesIncluded ? "include" : "do not include"} tax.</p>
    <p><a href="/admin/store/${shop.handle}/">Shop admin</a></p>
  </footer>
</body>
</html>`;
}

const SEARCH_ICON = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m13 13 4.5 4.5" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></svg>`;

function preferences(shop: Shop, visitor: Visitor, path: string): Html {
  return html`<form class="prefs" method="post" action="/shop/${shop.handle}/preferences">
    <input type="hidden" name="back" value="${path}">
    <label><span class="vh">Language</span><select name="locale" data-autosubmit>
      ${LANGUAGES.map(({ code, name }) => html`<option value="${code}" ${code === visitor.language ? html`selected` : ""}>${name}</option>`)}
    </select></label>
    <label><span class="vh">Deliver to</span><select name="country" data-autosubmit>
      ${COUNTRIES.map(({ code, name }) => html`<option value="${code}" ${code === visitor.countryCode ? html`selected` : ""}>${name}</option>`)}
    </select></label>
    <noscript><button type="submit">Apply</button></noscript>
  </form>`;
}

/** How a shopper is called on screen. */
export function shopperName(shop: Shop, shopper: Shopper): string {
  if (shopper.kind === "guest") return "guest";
  if (shopper.kind === "email") return shopper.email;
  const customer = shop.customers.get(shopper.customerId);
  return customer ? customerName(customer) : "guest";
}

/** A customer's name, or the address when the shop knows no name. */
export function customerName({ firstName, lastName, email }: { firstName: string; lastName: string; email: string }): string {
  return `${firstName} ${lastName}`.trim() || email;
}
