import { addJobs } from "../../data/jobs/jobs.server";
import { listShopsToRollUp, rollUp } from "../../data/reports/roll-up.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";

/** Queues rolling up the figures of every shop that has something new. */
export async function queueRollUps(now: Date): Promise<void> {
  const shops = await listShopsToRollUp(now);
  await addJobs(shops.map((shop) => ({ task: "figures.roll-up" as const, payload: { shop }, key: `figures ${shop}`, maxAttempts: 3, priority: 30 })));
}

/** Rolls up a shop's figures, so that its home page reads no decisions but the newest. */
export async function rollUpFigures(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  const installation = await findShop(shop);
  if (installation) await rollUp(shop, installation.currency, now, () => signal?.aborted ?? false);
}
