import { purgeRuns } from "../../data/backtest/backtest-runs.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import { keepRunsDays } from "../../domain/backtest/retention";
import { daysAfter } from "../../domain/courtesy/days";
import { forEachShop } from "../shops/each-shop.server";

/** Removes replays that are older than they are kept, shop by shop; repeating it changes nothing. */
export async function purgeBacktests(now: Date): Promise<void> {
  await forEachShop(await listInstalledShops(), (shop) => purgeRuns(shop, daysAfter(now, -keepRunsDays)));
}
