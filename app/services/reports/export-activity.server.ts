import { listActivity } from "../../data/reports/activity.server";
import type { ActivityCursor, ActivityRow } from "../../data/reports/activity.server";
import { findShop } from "../../data/shops/shops.server";
import { csvRow, csvText } from "../../domain/csv/csv";
import type { CsvCell } from "../../domain/csv/csv";
import type { ShopId } from "../../domain/shops/shop-id";
import { activityFilter } from "./activity.server";
import type { ActivityRequest } from "./activity.server";

const rowsPerRead = 500;

/** Every decision that the filter finds as a CSV file, newest first, read page by page while it is sent; `cellsOf` words each in the reader's language. */
export async function* exportActivity(
  shop: ShopId, request: ActivityRequest, header: readonly string[], cellsOf: (row: ActivityRow, timeZone: string) => readonly CsvCell[], now: Date,
): AsyncGenerator<string> {
  const timeZone = (await findShop(shop))?.timeZone ?? "UTC";
  const filter = activityFilter(request, timeZone, now);
  yield csvText(header, []);
  for (let after: ActivityCursor | null = null; ; ) {
    const rows = await listActivity(shop, filter, after, rowsPerRead);
    if (rows.length > 0) yield rows.map((row) => csvRow(cellsOf(row, timeZone))).join("");
    after = rows.at(-1) ?? null;
    if (rows.length < rowsPerRead) return;
  }
}
