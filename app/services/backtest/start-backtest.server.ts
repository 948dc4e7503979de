import { insertRun } from "../../data/backtest/backtest-runs.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { inTransaction } from "../../data/database.server";
import type { OfferContent } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";

/** Has a worker replay this content, saved or not, and returns the run's id; what is tried beside others cancels none of them. */
export async function startBacktest(shop: ShopId, offerId: string | null, content: OfferContent, now: Date, isOneOfMany = false): Promise<string> {
  return inTransaction(async (client) => {
    const runId = await insertRun(shop, { offerId, content, isOneOfMany, now }, client);
    // Someone is looking on: before imports and clean-ups.
    await addJobs([{ task: "backtest.run", payload: { shop, runId }, key: `backtest ${runId}`, maxAttempts: 3, priority: -5 }], client);
    return runId;
  });
}
