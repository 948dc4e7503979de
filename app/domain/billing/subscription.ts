import type { Plan } from "./plans";

/** A subscription as Shopify describes it. */
export interface Subscription {
  id: number;
  status: "PENDING" | "ACTIVE" | "DECLINED" | "EXPIRED" | "FROZEN" | "CANCELLED" | "ACCEPTED";
  isTest: boolean;
  trialDays: number;
  createdAt: Date;
  /** Null unless it is active. */
  periodEndsAt: Date | null;
  currency: string;
  /** Null for a flat price. */
  usage: { lineItemId: string; capMinor: number; usedMinor: number } | null;
}

export interface Standing {
  plan: Plan;
  status: "none" | "active" | "frozen";
  subscription: Subscription | null;
}

const dayMs = 86_400_000;

/**
 * Which plan is in force: that of the active subscription, else that of a frozen one, which Shopify brings back once the
 * shop has paid its bill; declined, expired, cancelled and unanswered ones count for nothing. Newest first.
 */
export function standingOf(subscriptions: readonly Subscription[]): Standing {
  const subscription = subscriptions.find(({ status }) => status === "ACTIVE") ?? subscriptions.find(({ status }) => status === "FROZEN") ?? null;
  if (!subscription) return { plan: "free", status: "none", subscription: null };
  return { plan: subscription.usage ? "usage" : "flat", status: subscription.status === "FROZEN" ? "frozen" : "active", subscription };
}

/** When a subscription's trial ends, counted from when it was first seen in force; null for one without. */
export function trialEndOf({ trialDays }: Subscription, subscribedAt: Date): Date | null {
  return trialDays > 0 ? new Date(subscribedAt.getTime() + trialDays * dayMs) : null;
}

/** Whole days of trial that a shop has left to be given; a trial begins once and runs on whatever is chosen or cancelled meanwhile. */
export function trialDaysLeft(trialStartedAt: Date | null, trialDays: number, now: Date): number {
  if (!trialStartedAt) return trialDays;
  return Math.max(0, Math.ceil(trialDays - (now.getTime() - trialStartedAt.getTime()) / dayMs));
}
