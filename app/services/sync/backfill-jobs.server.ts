import { addJobs } from "../../data/jobs/jobs.server";
import type { ShopId } from "../../domain/shops/shop-id";

/** Has a worker take a run further, at once or after a pause; replaces an earlier call that has not begun. */
export async function queueBackfill(shop: ShopId, runId: string, pauseMs = 0): Promise<void> {
  const runAt = pauseMs > 0 ? { runAt: new Date(Date.now() + pauseMs) } : {};
  await addJobs([{ task: "sync.backfill", payload: { shop, runId }, key: `backfill ${runId}`, ...runAt }]);
}
