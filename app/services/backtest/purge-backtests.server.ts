import { purgeRuns } from "../../data/backtest/backtest-runs.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import { keepRunsDays } from "../../domain/backtest/retention";
import { daysAfter } from "../../domain/courtesy/days";

/** Removes replays that are older than they are kept, shop by shop; repeating it changes nothing. */
export async function purgeBacktests(now: Date): Promise<void> {
  for (const shop of await listInstalledShops()) await purgeRuns(shop, daysAfter(now, -keepRunsDays));
}
