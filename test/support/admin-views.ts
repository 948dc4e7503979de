import type { AdminPage } from "./admin-page";
import { offerIdOf } from "./large-shop/offers";

/** What of a filled shop an address has to name. */
export interface Known {
  productId: number;
  decisionId: string;
  orderId: number;
  runId: string;
}

export interface AdminView {
  /** Of its picture. */
  name: string;
  /** As Remix names it, without the folder. */
  route: string;
  /** In a shop that has just installed the app, or in one that has used it for long. */
  shop: "new" | "full";
  path: (known: Known) => string;
  /** Brings the page into the state that is meant. */
  act?: (opened: AdminPage) => Promise<void>;
}

type Parts = [name: string, route: string, path: AdminView["path"] | string, act?: AdminView["act"]];

const view = (shop: AdminView["shop"]) => ([name, route, path, act]: Parts): AdminView =>
  ({ name, route, shop, path: typeof path === "string" ? () => path : path, ...(act && { act }) });

const firstOffer = () => `/app/offers/${offerIdOf(1)}`;
const draftOffer = () => `/app/offers/${offerIdOf(2)}`;

/** Pages of the admin as a shop that has used Encore for long sees them. */
const full: Parts[] = [
  ["home", "app._index", ""],
  ["home-90-days", "app._index", "/app?period=last90"],
  ["offers", "app.offers._index", "/app/offers"],
  ["offers-drafts", "app.offers._index", "/app/offers?tab=draft"],
  ["offers-selected", "app.offers._index", "/app/offers", selectRow],
  ["offers-none-found", "app.offers._index", "/app/offers?q=zzzz"],
  ["offers-order", "app.offers.order", "/app/offers/order"],
  ["offer", "app.offers.$id", firstOffer],
  ["offer-draft", "app.offers.$id", draftOffer],
  ["offer-new", "app.offers.new", "/app/offers/new"],
  ["offer-new-errors", "app.offers.new", "/app/offers/new", saveNothing],
  ["offer-not-found", "app.offers.$id", "/app/offers/none"],
  ["templates", "app.offers.templates", "/app/offers/templates"],
  ["recommendations", "app.recommendations._index", "/app/recommendations"],
  ["recommendations-none-found", "app.recommendations._index", "/app/recommendations?q=zzzz"],
  ["missing-rungs", "app.recommendations._index", "/app/recommendations?tab=missing"],
  ["bought-again", "app.recommendations._index", "/app/recommendations?tab=again"],
  ["goes-with", "app.recommendations.$productId", ({ productId }) => `/app/recommendations/${String(productId)}`],
  ["placements", "app.placements._index", "/app/placements"],
  ["snippets", "app.placements.snippets", "/app/placements/snippets"],
  ["flow", "app.placements.flow", "/app/placements/flow"],
  ["courtesy", "app.courtesy", "/app/courtesy"],
  ["activity", "app.activity._index", "/app/activity"],
  ["activity-accepted", "app.activity._index", "/app/activity?outcome=accepted&placement=post-purchase"],
  ["activity-unknown-order", "app.activity._index", "/app/activity?order=99999999"],
  ["decision", "app.activity.$decisionId", ({ decisionId }) => `/app/activity/${decisionId}`],
  ["order-story", "app.activity.orders.$orderId", ({ orderId }) => `/app/activity/orders/${String(orderId)}`],
  ["not-found", "app.$", "/app/nowhere"],
  ["reasons", "app.activity.reasons", "/app/activity/reasons"],
  ["unprocessed", "app.activity.dead-letters", "/app/activity/dead-letters"],
  ["trial", "app.backtests.$runId", ({ runId }) => `/app/backtests/${runId}`],
  ["reorders", "app.reorders._index", "/app/reorders"],
  ["billing", "app.billing._index", "/app/billing"],
  ["billing-due", "app.billing.due._index", "/app/billing/due"],
  ["settings", "app.settings._index", "/app/settings"],
  ["settings-data", "app.settings.data._index", "/app/settings/data"],
  ["settings-languages", "app.settings.languages", "/app/settings/languages"],
  ["error", "app.offers._index", "/app/courtesy", async (opened) => { await goTo(opened, "Offers", "fails"); await opened.app.getByText("This page couldn’t be loaded").waitFor(); }],
  ["loading", "app.offers._index", "/app/courtesy", async (opened) => { await goTo(opened, "Offers", "waits"); await opened.app.locator(".Polaris-SkeletonBodyText").first().waitFor(); }],
];

/** The same where there is nothing yet. */
const empty: Parts[] = [
  ["home", "app._index", ""],
  ["offers", "app.offers._index", "/app/offers"],
  ["offer-new", "app.offers.new", "/app/offers/new"],
  ["recommendations", "app.recommendations._index", "/app/recommendations"],
  ["missing-rungs", "app.recommendations._index", "/app/recommendations?tab=missing"],
  ["bought-again", "app.recommendations._index", "/app/recommendations?tab=again"],
  ["placements", "app.placements._index", "/app/placements"],
  ["flow", "app.placements.flow", "/app/placements/flow"],
  ["courtesy", "app.courtesy", "/app/courtesy"],
  ["activity", "app.activity._index", "/app/activity"],
  ["reasons", "app.activity.reasons", "/app/activity/reasons"],
  ["unprocessed", "app.activity.dead-letters", "/app/activity/dead-letters"],
  ["reorders", "app.reorders._index", "/app/reorders"],
  ["billing", "app.billing._index", "/app/billing"],
  ["billing-due", "app.billing.due._index", "/app/billing/due"],
  ["settings", "app.settings._index", "/app/settings"],
];

/** Every page of the admin in every state: what is photographed, measured, and held to what everybody can use. */
export const adminViews: readonly AdminView[] = [...full.map(view("full")), ...empty.map(view("new"))];

async function selectRow({ app }: AdminPage): Promise<void> {
  await app.locator("tbody input[type=checkbox]").first().check({ force: true });
  await app.locator("input[aria-checked=mixed]").first().waitFor({ state: "attached" });
}

async function saveNothing({ page, app }: AdminPage): Promise<void> {
  await app.getByLabel("Percentage off").fill("many");
  await page.locator("#save-bar").getByRole("button", { name: "Save" }).click();
  await app.getByText(/things? to correct/).first().waitFor();
}

/** Goes to a page by the admin's menu while the app's server fails, or never answers. */
async function goTo({ page }: AdminPage, name: string, server: "fails" | "waits"): Promise<void> {
  await page.route(/[?&]_data=/, (route) => (server === "fails" ? route.fulfill({ status: 500, contentType: "text/plain", body: "" }) : undefined));
  const menu = page.getByRole("button", { name: "Menu" });
  if (await menu.isVisible()) await menu.click();
  await page.locator("#app-nav").getByRole("link", { name }).click();
}
