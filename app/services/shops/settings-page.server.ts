import { listPrivacyRequests } from "../../data/privacy/privacy-requests.server";
import type { PrivacyRequest } from "../../data/privacy/privacy-requests.server";
import { readPreferences } from "../../data/shops/preferences.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { readSetup } from "./setup-progress.server";
import type { Setup } from "./setup-progress.server";

export interface SettingsData {
  timeZone: string;
  holdOutPercent: number;
  setupDismissed: boolean;
  setup: Setup;
  privacyRequests: PrivacyRequest[];
}

/** Everything the settings page shows of a shop. */
export async function readSettings(shop: ShopId): Promise<SettingsData> {
  const [installation, preferences, setup, privacyRequests] = await Promise.all([
    findShop(shop), readPreferences(shop), readSetup(shop), listPrivacyRequests(shop),
  ]);
  return { timeZone: installation?.timeZone ?? "UTC", ...preferences, setup, privacyRequests };
}
