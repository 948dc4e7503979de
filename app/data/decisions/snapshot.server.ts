import type { PauseReason } from "../../domain/billing/allowance";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import type { ShopId } from "../../domain/shops/shop-id";
import { listCollectionHandles } from "../catalogue/collections.server";
import { listAllProducts, listProductsByIds } from "../catalogue/products.server";
import { findPolicy } from "../courtesy/policies.server";
import { pool } from "../database.server";
import { readPlacementSettings } from "../placements/settings.server";
import { listActiveOffers } from "../offers/offers.server";
import { listStaffExclusions } from "../recommendations/companion-choices.server";
import { CatalogueCache } from "./catalogue-cache";
import type { ChangeListener } from "./change-listener.server";
import { listenForChanges } from "./change-listener.server";
import { readTrials } from "./trials.server";
import { SnapshotCache } from "./snapshot-cache";

/** Even when every change is heard of: what nobody announces, such as a setting changed by hand, is seen in the end. */
const safetyMaxAgeMs = 60_000;
/** Publication dates come without an announcement. */
const catalogueMaxAgeMs = 5 * 60_000;
/** While no change can be heard of. */
const deafMaxAgeMs = 500;
const maxShops = 5_000;
/** A catalogue takes about a kilobyte a product. */
const maxCatalogues = 500;

const maxAge = (whenHearing: number) => () => (listener?.isListening() ? whenHearing : deafMaxAgeMs);
const settings = new SnapshotCache<ShopId, ShopSettings | null>(loadSettings, maxAge(safetyMaxAgeMs), maxShops);
const catalogues = new CatalogueCache<ShopId>({ loadAll: listAllProducts, loadSome: listProductsByIds }, maxAge(catalogueMaxAgeMs), maxCatalogues);
let listener: ChangeListener | null = null;

type ShopSettings = Omit<ShopSnapshot, "products">;

/** Settings and catalogue change each by itself; together they stay one object until one of them does. */
const together = new WeakMap<ShopSettings, ShopSnapshot>();

/** What deciding needs to know of a shop, kept in this process until something of it changes; null for a shop that does not have the app. */
export async function getSnapshot(shop: ShopId, now: Date): Promise<ShopSnapshot | null> {
  listen();
  const [known, products] = await Promise.all([settings.get(shop, now.getTime()), catalogues.get(shop, now.getTime())]);
  // Nobody announces an installation; the next request looks again.
  if (!known) {
    settings.drop(shop);
    catalogues.changed(shop, null);
    return null;
  }
  const held = together.get(known);
  if (held?.products === products) return held;
  const snapshot = { ...known, products };
  together.set(known, snapshot);
  return snapshot;
}

/** Stops listening; for an orderly shutdown. */
export async function closeSnapshots(): Promise<void> {
  await listener?.close();
  listener = null;
}

function listen(): void {
  listener ??= listenForChanges(["encore_offers", "encore_catalogue"], {
    changed(payload, channel) {
      // "shop", or "shop 1,2,3" with the products that changed. Written by this app alone; a key that is none drops nothing.
      const [shop = "", ids] = payload.split(" ");
      if (channel === "encore_offers" || ids === undefined) settings.drop(shop as ShopId);
      if (channel === "encore_catalogue") catalogues.changed(shop as ShopId, ids === undefined ? null : ids.split(",").map(Number));
    },
    missed() {
      settings.dropAll();
      catalogues.dropAll();
    },
  });
}

interface ShopRow {
  currency: string;
  time_zone: string;
  hold_out_percent: number;
  paused: PauseReason | null;
}

async function loadSettings(shop: ShopId): Promise<ShopSettings | null> {
  const { rows } = await pool.query<ShopRow>({
    name: "snapshot_shop",
    text: `select currency, time_zone, hold_out_percent, (select paused from billing_accounts b where b.shop = shops.shop) as paused
           from shops where shop = $1 and uninstalled_at is null`,
    values: [shop],
  });
  const row = rows[0];
  if (!row) return null;
  const [offers, stored, staffExclusions, trials, { settings: placements }] = await Promise.all([
    listActiveOffers(shop), findPolicy(shop), listStaffExclusions(shop), readTrials(shop), readPlacementSettings(shop),
  ]);
  return {
    shop,
    currency: row.currency,
    timeZone: row.time_zone,
    holdOutPercent: row.hold_out_percent,
    offers,
    staffExclusions,
    trials,
    placements,
    paused: row.paused,
    collectionHandles: await listCollectionHandles(shop, offers.flatMap(({ content: { strategy } }) => (strategy?.kind === "collectionLink" ? [strategy.collectionId] : []))),
    ...(stored ? { policy: stored.policy } : {}),
  };
}
