import { z } from "zod";
import { findRunOfBulkOperation } from "../../data/sync/sync-runs.server";
import { parseRecord } from "../../domain/sync/shopify-fields";
import { queueDiscountCheck } from "../discounts/discount-jobs.server";
import type { MirrorHandler, ShopHandler } from "../inbox/event-handler";
import { queueBackfill } from "../sync/backfill-jobs.server";
import { startMissingBackfills } from "../sync/start-backfill.server";
import { uninstallShop } from "./installation.server";
import { refreshShop } from "./shop-settings.server";

const Finished = z.object({ admin_graphql_api_id: z.string() });

/** An uninstallation that is older than the present installation changes nothing. */
export const onUninstalled: ShopHandler = async (shop, events) => {
  for (const { triggeredAt } of events) await uninstallShop(shop, triggeredAt);
};

export const onShopChanged: MirrorHandler = async ({ shop }) => {
  await refreshShop(shop);
};

/** Scopes that were missing may have been the reason why an import was not possible. */
export const onScopesChanged: MirrorHandler = async ({ shop }, _, now) => {
  await refreshShop(shop);
  await startMissingBackfills(shop, now);
  await queueDiscountCheck(shop);
};

export const onBulkOperationFinished: MirrorHandler = async ({ shop }, events) => {
  for (const { payload } of events) {
    const { admin_graphql_api_id: id } = parseRecord("bulk operation", Finished, payload);
    const runId = await findRunOfBulkOperation(shop, id);
    if (runId) await queueBackfill(shop, runId);
  }
};
