import type { PoolClient } from "pg";
import { v7 as uuid } from "uuid";
import type { OfferContent, OfferStatus } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { adoptRuns } from "../backtest/backtest-runs.server";
import { changeOffers } from "./change-offers.server";
import { addVersion } from "./offer-versions.server";

export interface Saved {
  content: OfferContent;
  savedBy: number | null;
  now: Date;
}

export type SaveResult =
  | { code: "saved"; version: number }
  /** Someone else saved since this version was loaded. */
  | { code: "conflict"; currentVersion: number }
  | { code: "missing" };

/** Adds an offer behind every other and returns its id; what was tried of it before it was saved is its own from now on. */
export async function insertOffer(shop: ShopId, saved: Saved): Promise<string> {
  return changeOffers(shop, async (client) => {
    const id = await insertOfferWithin(client, shop, saved, "draft");
    await adoptRuns(shop, id, saved.content, client);
    return id;
  });
}

/** The same inside a transaction of `changeOffers`. */
export async function insertOfferWithin(client: PoolClient, shop: ShopId, saved: Saved, status: "draft" | "active"): Promise<string> {
  const id = uuid();
  await client.query(
    `insert into offers (shop, id, status, priority, version, name, created_at, updated_at)
     select $1, $2, $5, coalesce(max(priority), 0) + 1, 1, $3, $4, $4 from offers where shop = $1`,
    [shop, id, saved.content.name, saved.now, status],
  );
  await addVersion(client, shop, id, 1, saved);
  return id;
}

/** Saves a new version, provided that `loadedVersion` is still the current one. */
export async function saveVersion(shop: ShopId, id: string, loadedVersion: number, saved: Saved): Promise<SaveResult> {
  return changeOffers(shop, async (client) => {
    const updated = await client.query<{ version: number }>(
      `update offers set version = version + 1, name = $4, updated_at = $5
       where shop = $1 and id = $2 and version = $3 returning version`,
      [shop, id, loadedVersion, saved.content.name, saved.now],
    );
    const version = updated.rows[0]?.version;
    if (version !== undefined) {
      await addVersion(client, shop, id, version, saved);
      return { code: "saved", version };
    }
    const current = await client.query<{ version: number }>("select version from offers where shop = $1 and id = $2", [shop, id]);
    const currentVersion = current.rows[0]?.version;
    return currentVersion === undefined ? { code: "missing" } : { code: "conflict", currentVersion };
  });
}

/** Moves the offers that are in one of the states `from`; returns the ids that moved. */
export async function setStatus(
  shop: ShopId, ids: readonly string[], from: readonly OfferStatus[], to: OfferStatus, now: Date,
): Promise<string[]> {
  return changeOffers(shop, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `update offers set status = $4, updated_at = $5, archived_at = case when $4 = 'archived' then $5::timestamptz end
       where shop = $1 and id = any($2::uuid[]) and status = any($3) returning id`,
      [shop, ids, from, to, now],
    );
    return rows.map((row) => row.id);
  });
}

/**
 * Gives every offer of the shop its place anew; `arrange` is told how they stand, archived ones included. Returns how they
 * stood and stand, or null where `arrange` has no answer and nothing was written.
 */
export async function rewriteOrder(
  shop: ShopId, arrange: (standing: readonly string[]) => readonly string[] | null,
): Promise<{ before: string[]; after: readonly string[] } | null> {
  return changeOffers(shop, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from offers where shop = $1 order by priority, id for update", [shop]);
    const before = rows.map(({ id }) => id);
    const after = arrange(before);
    if (after === null) return null;
    await client.query(
      `update offers o set priority = place.priority
       from unnest($2::uuid[]) with ordinality as place(id, priority)
       where o.shop = $1 and o.id = place.id and o.priority <> place.priority`,
      [shop, after],
    );
    return { before, after };
  });
}

/** Deletes a draft that no decision has ever named; false when it is anything else. */
export async function deleteUnusedDraft(shop: ShopId, id: string): Promise<boolean> {
  return changeOffers(shop, async (client) => {
    const { rowCount } = await client.query(
      `delete from offers o where o.shop = $1 and o.id = $2 and o.status = 'draft'
       and not exists (select from decisions d where d.shop = o.shop and d.offer_id = o.id)`,
      [shop, id],
    );
    return rowCount === 1;
  });
}
