import { listDues } from "../../data/reorders/due-list.server";
import { findShop } from "../../data/shops/shops.server";
import { csvRow, csvText } from "../../domain/csv/csv";
import { customerIdIn } from "../../domain/orders/customer-key";
import type { DueCursor, DueFilter } from "../../domain/reorders/due-listing";
import { dayOf } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";

const rowsPerRead = 1_000;

/** Every due that the filter finds as a CSV file, read page by page while it is sent. `header` in the reader's language. */
export async function* exportDues(shop: ShopId, filter: DueFilter, header: readonly string[], now: Date): AsyncGenerator<string> {
  const timeZone = (await findShop(shop))?.timeZone ?? "UTC";
  yield csvText(header, []);
  for (let after: DueCursor | null = null; ; ) {
    const rows = await listDues(shop, filter, dayOf(now, timeZone), after, rowsPerRead);
    if (rows.length > 0) {
      yield rows.map((row) => csvRow([
        customerIdIn(row.customerKey), row.productId, row.productTitle, row.timesBought, row.lastOrderName, dayOf(row.lastBoughtAt, timeZone), row.dueFrom, row.dueOn, row.dueUntil,
      ])).join("");
    }
    after = rows.at(-1) ?? null;
    if (rows.length < rowsPerRead) return;
  }
}
