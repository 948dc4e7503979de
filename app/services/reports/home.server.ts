import { listProductsByIds } from "../../data/catalogue/products.server";
import { countOffersByStatus, listActiveOffers } from "../../data/offers/offers.server";
import { readFigures, readFirsts, readSeries } from "../../data/reports/figures.server";
import type { Figures, SeriesStep } from "../../data/reports/figures.server";
import { readPreferences } from "../../data/shops/preferences.server";
import { findShop } from "../../data/shops/shops.server";
import { bucketsOf, presetPeriod } from "../../domain/reports/periods";
import type { Bucket, Period, Preset } from "../../domain/reports/periods";
import { strategyOf } from "../../domain/strategies/strategy";
import type { ShopId } from "../../domain/shops/shop-id";
import { productProblem } from "../offers/product-problem";
import { readSetup } from "../shops/setup-progress.server";
import type { Setup } from "../shops/setup-progress.server";

export interface HomeData {
  currency: string;
  timeZone: string;
  setup: Setup;
  setupDismissed: boolean;
  /** What has ever happened, for the set-up guide. */
  ever: { offers: number; published: boolean; asked: boolean; shown: boolean };
  period: Period;
  figures: Figures;
  steps: (SeriesStep & Pick<Bucket, "day">)[];
  /** Active offers none of whose products can be offered. */
  stuckOffers: { id: string; name: string }[];
}

/** Everything the home page shows of a shop, for one period. */
export async function readHome(shop: ShopId, preset: Preset, now: Date): Promise<HomeData> {
  const installation = await findShop(shop);
  const currency = installation?.currency ?? "USD";
  const timeZone = installation?.timeZone ?? "UTC";
  const period = presetPeriod(preset, timeZone, now);
  const buckets = bucketsOf(period, timeZone);
  const [setup, preferences, counts, firsts, figures, series, stuckOffers] = await Promise.all([
    readSetup(shop),
    readPreferences(shop),
    countOffersByStatus(shop),
    readFirsts(shop),
    readFigures(shop, period, currency),
    readSeries(shop, buckets.map(({ from }) => from), period.to, currency),
    listStuckOffers(shop),
  ]);
  return {
    currency,
    timeZone,
    setup,
    setupDismissed: preferences.setupDismissed,
    ever: {
      offers: counts.draft + counts.active + counts.paused + counts.archived,
      published: counts.active + counts.paused > 0 || firsts.shown,
      asked: firsts.asked,
      shown: firsts.shown,
    },
    period,
    figures,
    steps: series.map((step, index) => ({ ...step, day: buckets[index]?.day ?? "" })),
    stuckOffers,
  };
}

async function listStuckOffers(shop: ShopId): Promise<HomeData["stuckOffers"]> {
  // Where a strategy picks, there is nothing of staff's choice to run out.
  const offers = (await listActiveOffers(shop)).filter(({ content }) => strategyOf(content).kind === "manual");
  const ids = new Set(offers.flatMap(({ content }) => content.products.map(({ productId }) => productId)));
  const products = new Map((await listProductsByIds(shop, [...ids])).map((product) => [product.id, product]));
  return offers
    .filter(({ content }) => content.products.every((entry) => productProblem(entry, content, products) !== null))
    .map(({ id, content }) => ({ id, name: content.name }));
}
