import { readAccount } from "../../data/billing/account.server";
import { countAccepted } from "../../data/billing/allowance.server";
import { listProductsByIds } from "../../data/catalogue/products.server";
import { hasProposals } from "../../data/offers/proposals.server";
import { countOffersByStatus, listActiveOffers } from "../../data/offers/offers.server";
import { readFigures, readFirsts, readSeries } from "../../data/reports/figures.server";
import type { Figures, SeriesStep, Span } from "../../data/reports/figures.server";
import { countOptOuts, countReorders } from "../../data/reports/further-figures.server";
import { listSilentPlacements } from "../../data/reports/silent-placements.server";
import { countUncounted } from "../../data/recommendations/count-uncounted.server";
import { readPlacementSettings } from "../../data/placements/settings.server";
import { readPreferences } from "../../data/shops/preferences.server";
import { findShop } from "../../data/shops/shops.server";
import { allowanceOf } from "../../domain/billing/allowance";
import type { Placement } from "../../domain/offers/placement";
import { isMissingFromPlan } from "../../domain/placements/settings";
import { bucketsOf, precedingPeriod, presetPeriod } from "../../domain/reports/periods";
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
  /** What has ever happened, for the set-up guide; `live`: an offer is active now. */
  ever: { offers: number; live: boolean; published: boolean; asked: boolean; shown: boolean };
  period: Period;
  figures: HomeFigures;
  /** The same of the period right before, as long as this one. */
  before: HomeFigures;
  steps: (SeriesStep & Pick<Bucket, "day">)[];
  /** Active offers none of whose products can be offered. */
  stuckOffers: { id: string; name: string }[];
  /** Placements with a live offer from which nothing was ever asked, so that they may not be in place yet. */
  silentPlacements: Placement[];
  billing: BillingNotice | null;
  /** Orders that counts of what is bought together don't hold yet. */
  uncounted: number;
  /** Past orders have just arrived, and nothing was suggested from them yet. */
  isProposing: boolean;
}

/** Suggestions that did not come by then are not waited for. */
const proposingMs = 10 * 60_000;

export interface HomeFigures extends Figures {
  /** Accepted offers to buy again. */
  reorders: number;
  /** Customers who asked not to be shown offers. */
  optOuts: number;
}

/** What staff have to know of their plan. */
export type BillingNotice = { code: "frozen" } | { code: "planLimit" | "nearLimit"; used: number; limit: number } | { code: "capReached" };

/** Everything the home page shows of a shop, for one period. */
export async function readHome(shop: ShopId, preset: Preset, now: Date): Promise<HomeData> {
  const installation = await findShop(shop);
  const currency = installation?.currency ?? "USD";
  const timeZone = installation?.timeZone ?? "UTC";
  const period = presetPeriod(preset, timeZone, now);
  const buckets = bucketsOf(period, timeZone);
  const [setup, preferences, counts, firsts, figures, before, series, stuckOffers, silent, placements, billing, uncounted, proposed] = await Promise.all([
    readSetup(shop),
    readPreferences(shop),
    countOffersByStatus(shop),
    readFirsts(shop),
    readHomeFigures(shop, period, currency),
    readHomeFigures(shop, precedingPeriod(period, timeZone), currency),
    readSeries(shop, buckets.map(({ from }) => from), period.to, currency),
    listStuckOffers(shop),
    listSilentPlacements(shop),
    readPlacementSettings(shop),
    readBillingNotice(shop, timeZone, now),
    countUncounted(shop),
    hasProposals(shop),
  ]);
  return {
    currency,
    timeZone,
    setup,
    setupDismissed: preferences.setupDismissed,
    ever: {
      offers: counts.draft + counts.active + counts.paused + counts.archived,
      live: counts.active > 0,
      published: counts.active + counts.paused > 0 || firsts.shown,
      asked: firsts.asked,
      shown: firsts.shown,
    },
    period,
    figures,
    before,
    steps: series.map((step, index) => ({ ...step, day: buckets[index]?.day ?? "" })),
    stuckOffers,
    silentPlacements: silent.filter((placement) => placements.settings[placement].enabled && !isMissingFromPlan(placement, installation?.isPlus ?? false)),
    billing,
    uncounted,
    isProposing: !proposed && setup.orders.state === "done" && (setup.orders.finishedAt?.getTime() ?? 0) > now.getTime() - proposingMs,
  };
}

async function readHomeFigures(shop: ShopId, span: Span, currency: string): Promise<HomeFigures> {
  const [figures, reorders, optOuts] = await Promise.all([readFigures(shop, span, currency), countReorders(shop, span, currency), countOptOuts(shop, span)]);
  return { ...figures, reorders, optOuts };
}

async function readBillingNotice(shop: ShopId, timeZone: string, now: Date): Promise<BillingNotice | null> {
  const { plan, status, paused } = await readAccount(shop);
  if (status === "frozen") return { code: "frozen" };
  if (plan === "usage") return paused === "capReached" ? { code: "capReached" } : null;
  if (plan !== "free") return null;
  const { used, limit, level } = allowanceOf(await countAccepted(shop, presetPeriod("thisMonth", timeZone, now).from));
  return level === "plenty" ? null : { code: level === "reached" ? "planLimit" : "nearLimit", used, limit };
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
