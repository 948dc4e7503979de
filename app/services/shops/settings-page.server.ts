import { listPrivacyRequests } from "../../data/privacy/privacy-requests.server";
import type { PrivacyRequest } from "../../data/privacy/privacy-requests.server";
import { readOfferDefaults } from "../../data/offers/offer-defaults.server";
import { readKeepReasonsDays, readPreferences } from "../../data/shops/preferences.server";
import { findShop } from "../../data/shops/shops.server";
import type { OfferDefaults } from "../../domain/offers/offer-defaults";
import type { ShopId } from "../../domain/shops/shop-id";
import { listCouponProgress } from "../discounts/coupons.server";
import { readDiscountStatus } from "../discounts/discount-method.server";
import type { DiscountStatus } from "../discounts/discount-method.server";
import { readSetup } from "./setup-progress.server";
import type { Setup } from "./setup-progress.server";

export interface SettingsData {
  timeZone: string;
  holdOutPercent: number;
  setupDismissed: boolean;
  setup: Setup;
  privacyRequests: PrivacyRequest[];
  discount: DiscountStatus;
  keepReasonsDays: number;
  offerDefaults: OfferDefaults;
  isPlus: boolean;
  /** Of the pools that are not over. */
  coupons: { free: number; adding: number; assigned: number };
}

/** Everything the settings page shows of a shop. */
export async function readSettings(shop: ShopId, now: Date): Promise<SettingsData> {
  const [installation, preferences, setup, privacyRequests, discount, pools, keepReasonsDays, offerDefaults] = await Promise.all([
    findShop(shop), readPreferences(shop), readSetup(shop), listPrivacyRequests(shop), readDiscountStatus(shop), listCouponProgress(shop, now),
    readKeepReasonsDays(shop), readOfferDefaults(shop),
  ]);
  const sum = (field: "free" | "adding" | "assigned") => pools.reduce((total, pool) => total + pool[field], 0);
  const coupons = { free: sum("free"), adding: sum("adding"), assigned: sum("assigned") };
  return { timeZone: installation?.timeZone ?? "UTC", ...preferences, setup, privacyRequests, discount, coupons, keepReasonsDays, offerDefaults, isPlus: installation?.isPlus ?? false };
}
