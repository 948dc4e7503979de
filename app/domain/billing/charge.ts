import { currencyExponent } from "../money/money";

export interface Balance {
  /** On the period's net so far; below zero when more was given back than sold. */
  feeMinor: number;
  /** Brought forward: charged too much before; below zero when something was left to charge. */
  creditInMinor: number;
  /** Asked of Shopify in this period. */
  chargedMinor: number;
  capMinor: number;
  /** Of the cap by Shopify's own count. */
  usedMinor: number;
}

export interface Charge {
  /** To be charged now. */
  amountMinor: number;
  /** Due and above the cap: charged only if the merchant raises it before the period ends. */
  aboveCapMinor: number;
  /** Charged and given back since: comes off what follows. */
  creditMinor: number;
}

/** What is due now, never above the cap and never below nothing: Shopify takes no negative charges. */
export function chargeDue({ feeMinor, creditInMinor, chargedMinor, capMinor, usedMinor }: Balance): Charge {
  const due = feeMinor - creditInMinor - chargedMinor;
  const room = Math.max(0, capMinor - Math.max(usedMinor, chargedMinor));
  const amountMinor = Math.max(0, Math.min(due, room));
  return { amountMinor, aboveCapMinor: Math.max(0, due - room), creditMinor: Math.max(0, -due) };
}

export interface Closing {
  /** For the next period; below zero when something was left to charge below the cap. */
  creditOutMinor: number;
  /** Was above the cap: never charged. */
  waivedMinor: number;
}

/** What becomes of a period that is over: what went above its cap is waived, the rest is carried forward. */
export function closePeriod(balance: Balance): Closing {
  const { amountMinor, aboveCapMinor, creditMinor } = chargeDue(balance);
  return { creditOutMinor: creditMinor - amountMinor || 0, waivedMinor: aboveCapMinor };
}

const lastHoursMs = 6 * 60 * 60_000;

/** Small change waits: a charge is made from one unit of the currency on, or in the period's last hours. */
export function isWorthCharging(amountMinor: number, currency: string, endsAt: Date, now: Date): boolean {
  if (amountMinor <= 0) return false;
  return amountMinor >= 10 ** currencyExponent(currency) || now.getTime() >= endsAt.getTime() - lastHoursMs;
}
