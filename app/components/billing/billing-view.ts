import type { Allowance, PauseReason } from "../../domain/billing/allowance";
import type { Plan } from "../../domain/billing/plans";
import type { Money } from "../../domain/money/money";

interface Due {
  periodId: string;
  /** ISO 8601, as all times here. */
  endsAt: string;
  netMinor: number;
  feeMinor: number;
  creditInMinor: number;
  chargedMinor: number;
  openMinor: number;
  aboveCapMinor: number;
  creditMinor: number;
}

/** What the plan page is drawn of, as it reaches the browser. */
export interface BillingView {
  plan: Plan;
  status: "none" | "active" | "frozen";
  isTest: boolean;
  paused: PauseReason | null;
  timeZone: string;
  currency: string;
  allowance: Allowance;
  flat: Money;
  usageCurrency: string | null;
  trialDays: number;
  trialEndsAt: string | null;
  cap: { minor: number; usedMinor: number } | null;
  due: Due | null;
  hasPeriods: boolean;
  example: { acceptances: number; keptMinor: number; taxMinor: number; netMinor: number; feeMinor: number } | null;
  /** How the merchant has just answered at Shopify. */
  answer: "approved" | "declined" | "unknown" | null;
}
