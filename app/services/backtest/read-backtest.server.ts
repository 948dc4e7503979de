import { cancelRun, findLatestRun, findRun } from "../../data/backtest/backtest-runs.server";
import type { BacktestRun } from "../../data/backtest/backtest-runs.server";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { listOfferNames } from "../../data/reports/decision-story.server";
import { findShop } from "../../data/shops/shops.server";
import type { BacktestResult } from "../../domain/backtest/result";
import { unsavedOfferId } from "../../domain/backtest/tested-offer";
import type { BacktestView, NamedCount } from "../../domain/backtest/view";
import type { ShopId } from "../../domain/shops/shop-id";

/** Null when this shop has no such run. */
export async function readBacktest(shop: ShopId, runId: string): Promise<BacktestView | null> {
  const run = await findRun(shop, runId);
  return run && viewOf(shop, run);
}

/** The newest run of an offer that was not cancelled at once; null when there is none. */
export async function readLatestBacktest(shop: ShopId, offerId: string): Promise<BacktestView | null> {
  const run = await findLatestRun(shop, offerId);
  return run && viewOf(shop, run);
}

/** Stops a run; one that is over stays as it is. */
export async function cancelBacktest(shop: ShopId, runId: string): Promise<BacktestView | null> {
  await cancelRun(shop, runId);
  return readBacktest(shop, runId);
}

async function viewOf(shop: ShopId, run: BacktestRun): Promise<BacktestView> {
  const { result } = run;
  const offerIds = [...(result?.displacedBy ?? []), ...(result?.displaces ?? [])].map(({ offerId }) => offerId).filter((id) => id !== unsavedOfferId);
  const [installation, offerNames, names] = await Promise.all([
    findShop(shop),
    listOfferNames(shop, offerIds),
    listCatalogueNames(shop, { product: (result?.stock ?? []).map(({ productId }) => productId), variant: [], collection: [] }),
  ]);
  const titles = new Map(names.product.map(({ id, title }) => [id, title]));
  const named = (counts: BacktestResult["displaces"]): NamedCount[] => counts.map((row) => ({ ...row, name: offerNames.get(row.offerId) ?? null }));
  return {
    id: run.id, offerId: run.offerId, status: run.status, ordersTotal: run.ordersTotal, ordersDone: run.ordersDone, error: run.error,
    requestedAt: run.requestedAt.toISOString(),
    timeZone: installation?.timeZone ?? "UTC",
    result: result && {
      ...result,
      displacedBy: named(result.displacedBy),
      displaces: named(result.displaces),
      stock: result.stock.map((row) => ({ title: titles.get(row.productId) ?? null, ...row })),
    },
  };
}
