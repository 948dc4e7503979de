import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import type { ShopId } from "../../domain/shops/shop-id";

export interface SavedPolicy {
  policy: CourtesyPolicy;
  /** 0 for the defaults of a shop that never saved one. */
  version: number;
  savedAt: Date | null;
  /** The staff member's Shopify id. */
  savedBy: number | null;
}

/** What a policy would have changed for the customer who saw most offers in the last 30 days. */
export interface PolicyPreview {
  /** Offers that this customer saw; 0 when nobody saw any. */
  seen: number;
  /** Of these, the ones that the policy would have let pass. */
  wouldHaveSeen: number;
  days: number;
}

/** The shop's courtesy policy, or the defaults. */
export async function readPolicy(_shop: ShopId): Promise<SavedPolicy> {
  return Promise.resolve({ policy: defaultCourtesyPolicy(), version: 0, savedAt: null, savedBy: null });
}

/** Saves a new version, which holds for the next decision; returns its number. */
export async function savePolicy(_shop: ShopId, _policy: CourtesyPolicy, _userId: number | null, _now: Date): Promise<number> {
  return Promise.resolve(0);
}

/** "With these limits, last month's busiest customer would have seen N offers instead of M." */
export async function previewPolicy(_shop: ShopId, _policy: CourtesyPolicy, _now: Date): Promise<PolicyPreview> {
  return Promise.resolve({ seen: 0, wouldHaveSeen: 0, days: 30 });
}
