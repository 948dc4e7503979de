import { inTransaction } from "../../data/database.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { findLatestRun, startRun } from "../../data/sync/sync-runs.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { backfillKinds } from "./backfill-kinds.server";
import type { BackfillKind } from "./backfill-kinds.server";

/** Begins an import, or takes the one that is under way further. Also what staff's "try again" does. */
export async function startBackfill(shop: ShopId, kind: BackfillKind, now: Date): Promise<void> {
  await inTransaction(async (client) => {
    const { id } = await startRun(shop, kind, now, client);
    await addJobs([{ task: "sync.backfill", payload: { shop, runId: id }, key: `backfill ${id}` }], client);
  });
}

/** Begins the imports that never succeeded. */
export async function startMissingBackfills(shop: ShopId, now: Date): Promise<void> {
  for (const kind of backfillKinds) {
    const latest = await findLatestRun(shop, kind);
    if (!latest || latest.status === "failed") await startBackfill(shop, kind, now);
  }
}
