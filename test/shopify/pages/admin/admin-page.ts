import type { Shop } from "../../store/model";
import { adminWord } from "../admin-words";
import { assetUrl } from "../assets";
import type { Html } from "../html";
import { html } from "../html";
import type { Language } from "../languages";

export type AdminSection = "home" | "orders" | "products" | "customers" | "flow" | "notifications" | "apps" | "app";

export interface AdminPage {
  readonly shop: Shop;
  readonly section: AdminSection;
  readonly title: string;
  readonly head?: Html;
  /** Of the member of staff, on the page where it can be changed: the app is told of it, and the shell around it speaks it too. */
  readonly language?: Language;
}

/** Those that the app's own admin pages can be read in. */
const ADMIN_LANGUAGES = [["en", "English"], ["de", "Deutsch"]] as const;

/** The admin's shell: top bar, navigation at the side (behind a button on a phone) and a page in it. */
export function adminPage({ shop, section, title, head, language }: AdminPage, content: Html): Html {
  const base = `/admin/store/${shop.handle}`;
  const say = (english: string) => adminWord(language ?? "en", english);
  const link = (to: AdminSection, path: string, label: string) =>
    html`<a href="${base}${path}" ${to === section ? html`aria-current="page"` : ""}>${label}</a>`;
  return html`<!doctype html>
<html lang="${language === "de" ? "de" : "en"}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · ${shop.name} · Admin</title>
  <link rel="icon" href="/_assets/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${assetUrl("admin.css")}">
  ${head ?? ""}
</head>
<body>
  <a class="skip" href="#content">${say("Skip to content")}</a>
  <header class="top">
    <button class="menu-button" type="button" aria-expanded="false" aria-controls="menu">${say("Menu")}</button>
    <a class="shop-name" href="${base}/">${shop.name}</a>
    <a class="view-shop" href="/shop/${shop.handle}/">${say("View shop")}</a>
    <div id="save-bar" class="save-bar" role="region" aria-label="${say("Unsaved changes")}" hidden>
      <span>${say("Unsaved changes")}</span>
      <button type="button" data-act="discard">${say("Discard")}</button>
      <button type="button" data-act="save" class="primary">${say("Save")}</button>
    </div>
  </header>
  <nav class="side" id="menu" aria-label="Admin">
    ${link("home", "/", say("Home"))}
    ${link("orders", "/orders", say("Orders"))}
    ${link("products", "/products", say("Products"))}
    ${link("customers", "/customers", say("Customers"))}
    ${link("notifications", "/notifications", say("Notifications"))}
    ${link("flow", "/flow", "Flow")}
    <p class="side-title">Apps</p>
    ${shop.installation ? link("app", "/apps/encore", "Encore") : ""}
    <div id="app-nav" class="app-nav"></div>
    ${link("apps", "/apps", say("All apps"))}
    ${language ? languageForm(base, language) : ""}
  </nav>
  <main id="content" class="${section === "app" ? "app" : "page"}" tabindex="-1">${content}</main>
  <script src="${assetUrl("admin-frame.js")}"></script>
</body>
</html>`;
}

function languageForm(base: string, language: Language): Html {
  return html`<form class="side-language" method="post" action="${base}/_language">
      <label for="admin-language">${adminWord(language, "Your language")}</label>
      <select id="admin-language" name="language">
        ${ADMIN_LANGUAGES.map(([code, name]) => html`<option value="${code}" ${code === language ? html`selected` : ""}>${name}</option>`)}
      </select>
      <button type="submit">${adminWord(language, "Change")}</button>
    </form>`;
}

/** A page number's links. */
export function pager(page: number, pages: number, hrefOf: (page: number) => string): Html {
  if (pages <= 1) return html``;
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? html`<a href="${hrefOf(page - 1)}" rel="prev">Previous</a>` : html`<span></span>`}
    <span>Page ${page} of ${pages}</span>
    ${page < pages ? html`<a href="${hrefOf(page + 1)}" rel="next">Next</a>` : html`<span></span>`}
  </nav>`;
}

/** One page of a list: its rows, the page's number within bounds, and how many there are. */
export function pageOf<Row>(rows: readonly Row[], wanted: unknown, perPage = 50): { rows: readonly Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(Math.max(1, Math.trunc(Number(wanted)) || 1), pages);
  return { rows: rows.slice((page - 1) * perPage, page * perPage), page, pages };
}

/** A moment as the shop's clock shows it. */
export function timeText(shop: Shop, at: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: shop.timezone }).format(at);
}
