import {
  ask, askAtTop, changeTitle, chooseCustomerTags, deleteCopy, enlargePreview, goWhile, importNonsense, leavePlan, nameAnotherShop, openTrial, resetLimits, saveNothing, selectRow, showOnDesktop, tooManyProducts, tryOut,
} from "./admin-acts";
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
  ["offers-import-refused", "app.offers._index", "/app/offers", importNonsense],
  ["offers-selected", "app.offers._index", "/app/offers", selectRow],
  ["offers-none-found", "app.offers._index", "/app/offers?q=zzzz"],
  ["offers-order", "app.offers.order", "/app/offers/order"],
  ["offer", "app.offers.$id", firstOffer],
  ["offer-draft", "app.offers.$id", draftOffer],
  ["offer-changed", "app.offers.$id", firstOffer, changeTitle],
  ["offer-archiving", "app.offers.$id", draftOffer, askAtTop("Archive")],
  ["offer-deleting", "app.offers.$id", draftOffer, deleteCopy],
  ["offer-restoring", "app.offers.$id", firstOffer, ask("Restore version 1")],
  ["offer-enlarged", "app.offers.$id", firstOffer, enlargePreview],
  ["offer-on-a-desktop", "app.offers.$id", firstOffer, showOnDesktop],
  ["offer-tried", "app.offers.$id", firstOffer, tryOut],
  ["trial-finished", "app.backtests.$runId", firstOffer, openTrial],
  ["offer-new", "app.offers.new", "/app/offers/new"],
  ["offer-new-tags", "app.offers.new", "/app/offers/new", chooseCustomerTags],
  ["offer-new-errors", "app.offers.new", "/app/offers/new", saveNothing],
  ["offer-not-found", "app.offers.$id", "/app/offers/none"],
  ["templates", "app.offers.templates", "/app/offers/templates"],
  ["recommendations", "app.recommendations._index", "/app/recommendations"],
  ["recommendations-none-found", "app.recommendations._index", "/app/recommendations?q=zzzz"],
  ["missing-rungs", "app.recommendations._index", "/app/recommendations?tab=missing"],
  ["bought-again", "app.recommendations._index", "/app/recommendations?tab=again"],
  ["goes-with", "app.recommendations.$productId", ({ productId }) => `/app/recommendations/${String(productId)}`],
  ["placements", "app.placements._index", "/app/placements"],
  ["placements-wrong", "app.placements._index", "/app/placements", tooManyProducts],
  ["snippets", "app.placements.snippets", "/app/placements/snippets"],
  ["snippets-new-key", "app.placements.snippets", "/app/placements/snippets", ask("Make a new key")],
  ["flow", "app.placements.flow", "/app/placements/flow"],
  ["courtesy", "app.courtesy", "/app/courtesy"],
  ["courtesy-resetting", "app.courtesy", "/app/courtesy", resetLimits],
  ["activity", "app.activity._index", "/app/activity"],
  ["activity-accepted", "app.activity._index", "/app/activity?outcome=accepted&placement=post-purchase"],
  ["opt-outs", "app.activity.opt-outs", "/app/activity/opt-outs?period=last90"],
  ["activity-unknown-order", "app.activity._index", "/app/activity?order=99999999"],
  ["decision", "app.activity.$decisionId", ({ decisionId }) => `/app/activity/${decisionId}`],
  ["order-story", "app.activity.orders.$orderId", ({ orderId }) => `/app/activity/orders/${String(orderId)}`],
  ["not-found", "app.$", "/app/nowhere"],
  ["reasons", "app.activity.reasons", "/app/activity/reasons"],
  ["unprocessed", "app.activity.dead-letters", "/app/activity/dead-letters"],
  ["unprocessed-asking", "app.activity.dead-letters", "/app/activity/dead-letters", askAtTop("Process all again")],
  ["trial", "app.backtests.$runId", ({ runId }) => `/app/backtests/${runId}`],
  ["reorders", "app.reorders._index", "/app/reorders"],
  ["reorders-products", "app.reorders._index", "/app/reorders?tab=products"],
  ["reorders-segments", "app.reorders._index", "/app/reorders?tab=segments"],
  ["reorders-turning-off", "app.reorders._index", "/app/reorders?tab=segments", ask("Turn off")],
  ["billing", "app.billing._index", "/app/billing"],
  ["billing-leaving", "app.billing._index", "/app/courtesy", leavePlan],
  ["billing-due", "app.billing.due._index", "/app/billing/due"],
  ["settings", "app.settings._index", "/app/settings"],
  ["settings-data", "app.settings.data._index", "/app/settings/data"],
  ["settings-data-deleting", "app.settings.data._index", "/app/settings/data", nameAnotherShop],
  ["settings-languages", "app.settings.languages", "/app/settings/languages"],
  ["error", "app.offers._index", "/app/courtesy", goWhile("fails", "Offers", (app, say) => app.getByText(say("This page couldn’t be loaded")).waitFor())],
  ["loading", "app.offers._index", "/app/courtesy", goWhile("waits", "Offers", (app) => app.locator(".Polaris-SkeletonBodyText").first().waitFor())],
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
  ["opt-outs", "app.activity.opt-outs", "/app/activity/opt-outs"],
  ["unprocessed", "app.activity.dead-letters", "/app/activity/dead-letters"],
  ["reorders", "app.reorders._index", "/app/reorders"],
  ["billing", "app.billing._index", "/app/billing"],
  ["billing-due", "app.billing.due._index", "/app/billing/due"],
  ["settings", "app.settings._index", "/app/settings"],
];

/** Every page of the admin in every state: what is photographed, measured, and held to what everybody can use. */
export const adminViews: readonly AdminView[] = [...full.map(view("full")), ...empty.map(view("new"))];
