import { listExports } from "../../data/exports/exports.server";
import type { DataExport } from "../../data/exports/exports.server";
import { findDeletion } from "../../data/shops/deletions.server";
import type { ShopDeletion } from "../../data/shops/deletions.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";

export interface DataPageData {
  shopName: string;
  timeZone: string;
  exports: Pick<DataExport, "id" | "status" | "rowsTotal" | "rowsDone" | "bytes" | "requestedAt" | "expiresAt">[];
  deletion: ShopDeletion | null;
}

/** What the page about the shop's own data shows. */
export async function readDataPage(shop: ShopId): Promise<DataPageData> {
  const [installation, exports, deletion] = await Promise.all([findShop(shop), listExports(shop), findDeletion(shop)]);
  return {
    shopName: installation?.name === "" || !installation ? shop : installation.name,
    timeZone: installation?.timeZone ?? "UTC",
    exports: exports.map(({ id, status, rowsTotal, rowsDone, bytes, requestedAt, expiresAt }) => ({ id, status, rowsTotal, rowsDone, bytes, requestedAt, expiresAt })),
    deletion,
  };
}
