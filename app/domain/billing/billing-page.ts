import type { Money } from "../money/money";
import type { Allowance, PauseReason } from "./allowance";
import type { Plan } from "./plans";

/** What is due on the usage plan by now, minor units of the shop's currency; a time is a Date, or ISO 8601 in the browser. */
export interface DueNow<Time> {
  periodId: string;
  endsAt: Time;
  netMinor: number;
  feeMinor: number;
  creditInMinor: number;
  chargedMinor: number;
  /** Not charged yet, and charged before the period ends. */
  openMinor: number;
  aboveCapMinor: number;
  creditMinor: number;
}

/** Everything that the plan page shows of a shop; a time is a Date, or ISO 8601 in the browser. */
export interface BillingPage<Time> {
  plan: Plan;
  status: "none" | "active" | "frozen";
  isTest: boolean;
  paused: PauseReason | null;
  timeZone: string;
  currency: string;
  /** Of the present month, on the Free plan and where Shopify has frozen another. */
  allowance: Allowance;
  flat: Money;
  /** The currency of caps and charges; null where the shop sells in another currency than it pays Shopify in. */
  usageCurrency: string | null;
  /** To be given with the next plan. */
  trialDays: number;
  trialEndsAt: Time | null;
  cap: { minor: number; usedMinor: number } | null;
  /** Null off the usage plan and on trial. */
  due: DueNow<Time> | null;
  hasPeriods: boolean;
  /** The last thirty days as the usage plan would charge them; null where nothing was kept. */
  example: { acceptances: number; keptMinor: number; taxMinor: number; netMinor: number; feeMinor: number } | null;
}
