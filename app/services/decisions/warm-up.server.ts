import { getSnapshot } from "../../data/decisions/snapshot.server";
import { readSources } from "../../data/recommendations/sources.server";
import { listBusyShops } from "../../data/shops/shops.server";
import { log } from "../../log.server";

/** So many catalogues are kept; more would push the first ones out again. */
const shopsWarmed = 200;

/**
 * After a start, loads what deciding needs of the shops whose buyers asked last, one after the other: the first of them
 * would wait for it, and be shown nothing where that takes too long. Never rejects.
 */
export async function warmUp(): Promise<void> {
  try {
    const shops = await listBusyShops(shopsWarmed);
    for (const shop of shops) {
      const now = new Date();
      await getSnapshot(shop, now);
      await readSources(shop, { productIds: [], customerKey: null, now, isAfterOrder: true, room: 2 });
    }
    log.info({ shops: shops.length }, "warmed up");
  } catch (thrown) {
    log.warn({ error: thrown instanceof Error ? thrown.message : String(thrown) }, "could not warm up");
  }
}
