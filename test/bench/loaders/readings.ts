import { adminViews } from "../../support/admin-views";
import type { Known } from "../../support/admin-views";
import { offerIdOf } from "../../support/large-shop/offers";

/** Something that a page asks of the app. */
export interface Reading {
  name: string;
  /** As Remix names it, without the folder. */
  route: string;
  path: (known: Known) => string;
  /** What is sent, as JSON; nothing where it is only read. */
  body?: unknown;
}

const fiftyOffers = Array.from({ length: 50 }, (_, index) => offerIdOf(index + 1)).join(",");
const reading = (name: string, route: string, path: string, body?: unknown): Reading => ({ name, route, path: () => path, ...(body !== undefined && { body }) });

/** What pages ask for besides themselves, and searches of which little or nothing is found. */
const further: Reading[] = [
  reading("every-page", "app", "/app"),
  reading("home-this-month", "app._index", "/app?period=thisMonth"),
  reading("offers-export", "app.offers.export", "/app/offers/export"),
  reading("offer-values-of-tags", "app.offers.values", "/app/offers/values?list=tags&q=a"),
  reading("offer-values-of-codes", "app.offers.values", "/app/offers/values?list=codes"),
  reading("offer-values-of-customers", "app.offers.values", "/app/offers/values?list=customerTags&q=w"),
  reading("preview-orders", "app.preview", "/app/preview"),
  reading("offers-figures", "app.offers.figures", `/app/offers/figures?ids=${fiftyOffers}`),
  reading("offer-estimate", "app.offers.estimate", "/app/offers/estimate", { rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: 5_000 }, { kind: "lineCount", min: 2 }] }, placements: ["post-purchase"] }),
  reading("offer-trial-status", "app.backtests.status", `/app/backtests/status?offer=${offerIdOf(1)}`),
  reading("reasons-90-days", "app.activity.reasons", "/app/activity/reasons?period=last90"),
  reading("activity-by-offer", "app.activity._index", `/app/activity?offer=${offerIdOf(1)}`),
  reading("activity-of-order", "app.activity._index", "/app/activity?order=L77"),
  reading("activity-by-reason", "app.activity._index", "/app/activity?reason=quietAfterDecline"),
  reading("activity-none-found", "app.activity._index", "/app/activity?reason=holdOut"),
  reading("activity-no-such-place", "app.activity._index", "/app/activity?outcome=declined&placement=account"),
  reading("activity-behind-figure", "app.activity._index", "/app/activity?period=last90&show=reorders"),
  reading("activity-behind-eligible", "app.activity._index", "/app/activity?period=last90&show=eligible"),
  reading("reorders-later", "app.reorders._index", "/app/reorders?due=later"),
  reading("reorders-of-guests", "app.reorders._index", "/app/reorders?due=now&who=guests"),
];

/** Files are as long as what they hold; the others answer without reading the database, or after asking Shopify. */
export const untimed: readonly string[] = ["app.activity.export", "app.billing.export", "app.reorders.export", "app.settings.data.$exportId", "app.$", "app.billing.return"];

/** One of each address of the filled shop, since states that only the browser knows read nothing else, and what is asked besides. */
export const readings: readonly Reading[] = [
  ...adminViews.filter(({ shop, act, name }) => shop === "full" && !act && !name.endsWith("not-found")).map(({ name, route, path }): Reading => ({ name, route, path })),
  ...further,
];
