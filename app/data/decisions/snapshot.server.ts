import type { ShopSnapshot } from "../../domain/decisions/decision";
import { askedBy } from "../../domain/rules/asked";
import type { ShopId } from "../../domain/shops/shop-id";
import { listProductsByIds } from "../catalogue/products.server";
import { pool } from "../database.server";
import { listActiveOffers } from "../offers/offers.server";
import type { ChangeListener } from "./change-listener.server";
import { listenForChanges } from "./change-listener.server";
import { SnapshotCache } from "./snapshot-cache";

const channels = ["encore_offers", "encore_catalogue"];
/** Even when every change is heard of: what nobody announces, such as a setting changed by hand, is seen in the end. */
const safetyMaxAgeMs = 60_000;
/** While no change can be heard of. */
const deafMaxAgeMs = 1_000;
const maxShops = 5_000;

const cache = new SnapshotCache<ShopId, ShopSnapshot | null>(loadSnapshot, () => (listener?.isListening() ? safetyMaxAgeMs : deafMaxAgeMs), maxShops);
let listener: ChangeListener | null = null;

/** What deciding at the post-purchase page needs to know of a shop, kept in this process until something of it changes; null for a shop that does not have the app. */
export async function getSnapshot(shop: ShopId, now: Date): Promise<ShopSnapshot | null> {
  listener ??= listenForChanges(channels, {
    // Payloads are written by this app alone; a key that is none drops nothing.
    changed: (name) => { cache.drop(name as ShopId); },
    missed: () => { cache.dropAll(); },
  });
  const snapshot = await cache.get(shop, now.getTime());
  // Nobody announces an installation; the next request looks again.
  if (!snapshot) cache.drop(shop);
  return snapshot;
}

/** Stops listening; for an orderly shutdown. */
export async function closeSnapshots(): Promise<void> {
  await listener?.close();
  listener = null;
}

interface ShopRow {
  currency: string;
  time_zone: string;
  hold_out_percent: number;
}

async function loadSnapshot(shop: ShopId): Promise<ShopSnapshot | null> {
  const { rows } = await pool.query<ShopRow>({
    name: "snapshot_shop",
    text: "select currency, time_zone, hold_out_percent from shops where shop = $1 and uninstalled_at is null",
    values: [shop],
  });
  const row = rows[0];
  if (!row) return null;
  const offers = await listActiveOffers(shop, "post-purchase");
  const { stockProductIds } = askedBy(offers.map(({ content }) => content.rule));
  const productIds = [...new Set([...offers.flatMap(({ content }) => content.products.map(({ productId }) => productId)), ...stockProductIds])];
  const products = productIds.length > 0 ? await listProductsByIds(shop, productIds) : [];
  return {
    shop,
    currency: row.currency,
    timeZone: row.time_zone,
    holdOutPercent: row.hold_out_percent,
    offers,
    products: new Map(products.map((product) => [product.id, product])),
  };
}
