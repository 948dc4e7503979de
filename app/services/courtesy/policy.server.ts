import { listBusiestCustomersEncounters } from "../../data/courtesy/busiest-customer.server";
import { findPolicy, insertPolicy } from "../../data/courtesy/policies.server";
import { daysAfter } from "../../domain/courtesy/days";
import { offersLetPass } from "../../domain/courtesy/replay-policy";
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

const previewDays = 30;

/** The shop's courtesy policy, or the defaults. */
export async function readPolicy(shop: ShopId): Promise<SavedPolicy> {
  return (await findPolicy(shop)) ?? { policy: defaultCourtesyPolicy(), version: 0, savedAt: null, savedBy: null };
}

/** Saves a new version, which holds for the next decision; returns its number. */
export async function savePolicy(shop: ShopId, policy: CourtesyPolicy, userId: number | null, now: Date): Promise<number> {
  return insertPolicy(shop, policy, userId, now);
}

/** "With these limits, last month's busiest customer would have seen N offers instead of M." */
export async function previewPolicy(shop: ShopId, policy: CourtesyPolicy, now: Date): Promise<PolicyPreview> {
  const { customerKey, encounters } = await listBusiestCustomersEncounters(shop, daysAfter(now, -previewDays));
  const wouldHaveSeen = customerKey === null ? 0 : offersLetPass(policy, shop, customerKey, encounters);
  return { seen: encounters.length, wouldHaveSeen, days: previewDays };
}
