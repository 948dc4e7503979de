import type { Shop } from "../../store/model";
import { assetUrl } from "../assets";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";

/** A page of the checkout: the shop's name, nothing that distracts, a narrow column. */
export function checkoutShell({ shop, language, title, back }: { shop: Shop; language: Language; title: string; back?: string }, content: Html): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – ${shop.name}</title>
  <link rel="icon" href="/_assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetUrl("checkout.css")}">
  <script src="${assetUrl("storefront.js")}" defer></script>
</head>
<body>
  <header class="head"><a class="brand" href="${back ?? `/shop/${shop.handle}/`}">${shop.name}</a></header>
  <main id="content">${content}</main>
</body>
</html>`;
}
