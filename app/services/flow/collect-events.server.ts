import { listAccepted, listNewlyValued } from "../../data/flow/happenings.server";
import { addFlowEvents } from "../../data/flow/outbox.server";
import { readFlowSettings } from "../../data/flow/settings.server";
import { daysAfter } from "../../domain/courtesy/days";
import { listInstalledShops } from "../../data/shops/shops.server";
import { addJobs } from "../../data/jobs/jobs.server";
import type { ShopId } from "../../domain/shops/shop-id";

/** Looks back this far, so that hours without a worker lose nothing; the events' keys keep each at one. */
const lookBackDays = 3;

/** Notes what has happened of late and is to be told of; returns how many events are new. */
export async function collectFlowEvents(shop: ShopId, now: Date): Promise<number> {
  const settings = await readFlowSettings(shop);
  const since = daysAfter(now, -lookBackDays);
  const [accepted, valued] = await Promise.all([
    settings.offerAccepted ? listAccepted(shop, since) : [],
    settings.valuedCustomer ? listNewlyValued(shop, settings, since, now) : [],
  ]);
  return addFlowEvents(shop, [...accepted, ...valued], now);
}

/** Every shop by one job. */
export async function queueFlowCollection(): Promise<void> {
  const shops = await listInstalledShops();
  await addJobs(shops.map((shop) => ({ task: "flow.collect" as const, payload: { shop }, key: `flow collect ${shop}`, priority: 15 })));
}

/** The daily search for reorders, spread over the first hours of the working day in UTC. */
export async function queueReorderSearch(now: Date): Promise<void> {
  const spreadMs = 2 * 60 * 60 * 1000;
  const shops = await listInstalledShops();
  const day = now.toISOString().slice(0, 10);
  await addJobs(shops.map((shop, index) => ({
    task: "flow.find-reorders" as const, payload: { shop, day }, key: `flow reorders ${shop}`,
    runAt: new Date(now.getTime() + Math.floor((index / shops.length) * spreadMs)), priority: 20,
  })));
}
