export type SubscriptionStatus = "PENDING" | "ACTIVE" | "DECLINED" | "EXPIRED" | "FROZEN" | "CANCELLED";

export interface UsageRecord {
  id: number;
  description: string;
  idempotencyKey: string | null;
  amount: number;
  createdAt: number;
}

/** What one line of a subscription costs: a price every 30 days, or what was used of it up to a cap. */
export interface SubscriptionLine {
  index: number;
  kind: "recurring" | "usage";
  /** Minor units: the price, or the cap of 30 days. */
  amount: number;
  terms: string;
  /** A cap that the merchant was asked to agree to. */
  proposedAmount: number | null;
  records: UsageRecord[];
}

export interface AppSubscription {
  id: number;
  name: string;
  status: SubscriptionStatus;
  test: boolean;
  trialDays: number;
  currency: string;
  returnUrl: string;
  replacementBehavior: "STANDARD" | "APPLY_IMMEDIATELY" | "APPLY_ON_NEXT_BILLING_CYCLE";
  lines: SubscriptionLine[];
  createdAt: number;
  activatedAt: number | null;
  /** What was paid for and not used was given back when it was cancelled. */
  prorated: boolean;
}

/** A member of staff other than the owner. */
export interface StaffMember {
  id: number;
  firstName: string;
  collaborator: boolean;
  /** Of the app's scopes, those that the member's own permissions cover. */
  scopes: string[];
  /** May approve app charges. */
  mayBill: boolean;
}

export interface ShopBilling {
  /** What the merchant pays apps in. */
  currency: string;
  subscriptions: AppSubscription[];
  staff: StaffMember[];
}

const dayMs = 86_400_000;
const cycleMs = 30 * dayMs;

/** The cycle that a subscription is in: its trial, or one of 30 days from the trial's end on. Null before it is active. */
export function cycleOf({ activatedAt, trialDays }: AppSubscription, now: number): { start: number; end: number } | null {
  if (activatedAt === null) return null;
  const first = activatedAt + trialDays * dayMs;
  if (now < first) return { start: activatedAt, end: first };
  const start = first + Math.floor((now - first) / cycleMs) * cycleMs;
  return { start, end: start + cycleMs };
}

/** What was used of a line's cap in the present cycle. */
export function balanceUsed(subscription: AppSubscription, line: SubscriptionLine, now: number): number {
  const cycle = cycleOf(subscription, now);
  return line.records.reduce((sum, record) => sum + (cycle && record.createdAt >= cycle.start ? record.amount : 0), 0);
}
