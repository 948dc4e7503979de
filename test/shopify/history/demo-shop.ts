import type { Shop } from "../store/model";
import { createShop } from "../store/shops";
import type { Store } from "../store/store";
import { readHistory } from "./csv-lines";
import type { HistoryReport } from "./load-history";
import { loadHistory } from "./load-history";

/** Handle of the shop that a first start makes. */
export const DEMO_HANDLE = "encore-demo";

/** Opens the demo shop at the moment the data directory was made, with a history when there is one; the same at every boot. */
export function openDemoShop(store: Store, startedAt: number, history: string | null): { shop: Shop; report: HistoryReport | null } {
  const shop = createShop(store, {
    handle: DEMO_HANDLE,
    name: "Encore Demo",
    currency: "GBP",
    timezone: "Europe/London",
    countryCode: "GB",
    plan: "plus",
    discountCodes: [{ code: "WELCOME10", valueType: "percentage", value: 10 }],
  });
  shop.createdAt = startedAt;
  const report = history === null ? null : loadHistory(shop, startedAt, (visit) => readHistory(history, visit));
  return { shop, report };
}
