import { listBusiestCustomers } from "../../data/courtesy/busiest-customers.server";
import { findPolicy, insertPolicy } from "../../data/courtesy/policies.server";
import { daysAfter } from "../../domain/courtesy/days";
import { joinReplays, replayPolicy } from "../../domain/courtesy/replay-policy";
import type { PolicyReplay } from "../../domain/courtesy/replay-policy";
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

/** What a policy would have changed in the last 30 days for the customers who saw most offers. */
export interface PolicyPreview {
  days: number;
  /** Offers that the busiest customer saw; 0 when nobody saw any. */
  seen: number;
  /** Of these, the ones that the policy would have let pass. */
  wouldHaveSeen: number;
  /** The busiest customers together; `affected` of them would have seen fewer. */
  all: PolicyReplay & { customers: number; affected: number };
}

const previewDays = 30;
const mostCustomers = 200;

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
  const busiest = await listBusiestCustomers(shop, daysAfter(now, -previewDays), mostCustomers);
  const replays = busiest.map(({ customerKey, encounters }) => replayPolicy(policy, shop, customerKey, encounters));
  const { seen, wouldHaveSeen } = replays[0] ?? { seen: 0, wouldHaveSeen: 0 };
  const affected = replays.filter((replay) => replay.wouldHaveSeen < replay.seen).length;
  return { days: previewDays, seen, wouldHaveSeen, all: { ...joinReplays(replays), customers: replays.length, affected } };
}
