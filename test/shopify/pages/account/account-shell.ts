import type { Customer, Shop } from "../../store/model";
import { assetUrl } from "../assets";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";
import { ACCOUNT_TEXTS } from "./texts";

export interface AccountPage {
  readonly shop: Shop;
  readonly language: Language;
  readonly title: string;
  readonly customer: Customer | null;
  /** Path of the page, to mark it in the navigation. */
  readonly path: string;
  /** Full pages of extensions that the merchant put into the menu. */
  readonly pages: readonly { readonly path: string; readonly name: string }[];
}

/** A page of the customer accounts: the shop's name, orders and profile, and who is logged in. */
export function accountShell({ shop, language, title, customer, path, pages }: AccountPage, content: Html): Html {
  const texts = ACCOUNT_TEXTS[language];
  const base = `/account/${shop.handle}`;
  const link = (href: string, label: string) => html`<a href="${href}" ${path === href ? html`aria-current="page"` : ""}>${label}</a>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – ${shop.name}</title>
  <link rel="icon" href="/_assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetUrl("account.css")}">
</head>
<body>
  <a class="skip" href="#content">Skip to content</a>
  <header class="account-head">
    <a class="brand" href="/shop/${shop.handle}/">${shop.name}</a>
    <nav aria-label="Account">
      ${link(`/shop/${shop.handle}/`, texts.backToShop)}
      ${customer ? html`${link(`${base}/orders`, texts.orders)}${pages.map((page) => link(page.path, page.name))}${link(`${base}/profile`, texts.profile)}` : ""}
    </nav>
    ${customer
      ? html`<form method="post" action="${base}/logout"><button class="plain" type="submit">${texts.logOut}</button></form>`
      : html`<a href="${base}/login">${texts.logIn}</a>`}
  </header>
  <main id="content" tabindex="-1">${content}</main>
</body>
</html>`;
}
