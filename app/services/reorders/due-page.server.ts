import { listDueProducts, listDues, listDueWeeks } from "../../data/reorders/due-list.server";
import type { DueProduct, DueWeek, ListedDue } from "../../data/reorders/due-list.server";
import { findWalk } from "../../data/reorders/walks.server";
import type { Walk } from "../../data/reorders/walks.server";
import { findShop } from "../../data/shops/shops.server";
import { customerIdIn } from "../../domain/orders/customer-key";
import { formatDueCursor, parseDueCursor } from "../../domain/reorders/due-listing";
import type { DueFilter } from "../../domain/reorders/due-listing";
import { dayOf } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;
const productsListed = 100;

export interface DueLine extends Omit<ListedDue, "customerKey" | "lastBoughtAt" | "day"> {
  id: string;
  /** At Shopify; null for a guest. */
  customerId: number | null;
  /** ISO 8601. */
  lastBoughtAt: string;
  isDue: boolean;
}

export interface DuesPage {
  lines: DueLine[];
  weeks: DueWeek[];
  products: DueProduct[];
  /** As 2026-11-21, the shop's. */
  today: string;
  timeZone: string;
  walk: Walk | null;
  next: string | null;
  previous: boolean;
}

/** One page of who is due to buy what again, with the weeks' totals. A cursor that makes no sense means the first page. */
export async function readDues(shop: ShopId, filter: DueFilter, cursor: string | null, now: Date): Promise<DuesPage> {
  const timeZone = (await findShop(shop))?.timeZone ?? "UTC";
  const today = dayOf(now, timeZone);
  const after = parseDueCursor(cursor);
  const [found, weeks, products, walk] = await Promise.all([
    listDues(shop, filter, today, after, pageSize + 1), listDueWeeks(shop, filter.productId), listDueProducts(shop, productsListed), findWalk(shop, "dues"),
  ]);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    lines: rows.map((row) => dueLine(row, today)), weeks, products, today, timeZone, walk,
    next: found.length > pageSize && last ? formatDueCursor(last) : null, previous: after !== null,
  };
}

function dueLine({ customerKey, lastBoughtAt, day: _, ...due }: ListedDue, today: string): DueLine {
  // A guest's key stays here: it is of no use to anybody but this shop's own counting.
  return { ...due, id: `${String(due.lastOrderId)}-${String(due.productId)}`, customerId: customerIdIn(customerKey), lastBoughtAt: lastBoughtAt.toISOString(), isDue: due.dueFrom <= today };
}
