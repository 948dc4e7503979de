import { listOptOuts } from "../../data/courtesy/opt-out-list.server";
import { findShop } from "../../data/shops/shops.server";
import { formatOptOutCursor, parseOptOutCursor } from "../../domain/courtesy/opt-out-listing";
import type { OptOutLine } from "../../domain/courtesy/opt-out-listing";
import { customerIdIn, isGuestKey } from "../../domain/orders/customer-key";
import { presetPeriod } from "../../domain/reports/periods";
import type { Preset } from "../../domain/reports/periods";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;

export interface OptOutPage {
  lines: OptOutLine[];
  timeZone: string;
  next: string | null;
  previous: boolean;
}

/** One page of who asked for no offers in a period of the shop's calendar, newest first. */
export async function readOptOuts(shop: ShopId, period: Preset, cursor: string | null, now: Date): Promise<OptOutPage> {
  const timeZone = (await findShop(shop))?.timeZone ?? "UTC";
  const after = parseOptOutCursor(cursor);
  const found = await listOptOuts(shop, presetPeriod(period, timeZone, now), after, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  return {
    // A guest's key stays here: it is of no use to anybody but this shop's own counting.
    lines: rows.map(({ customerKey, optedOutAt }, index) => ({
      id: String(index), customerId: customerIdIn(customerKey), optedOutAt: optedOutAt.toISOString(),
      who: customerIdIn(customerKey) !== null ? "customer" : isGuestKey(customerKey) ? "guest" : "forgotten",
    })),
    timeZone, next: found.length > pageSize && last ? formatOptOutCursor(last) : null, previous: after !== null,
  };
}
