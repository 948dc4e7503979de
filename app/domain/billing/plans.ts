import type { Money } from "../money/money";

export const PLANS = ["free", "flat", "usage"] as const;
export type Plan = (typeof PLANS)[number];
export type PaidPlan = Exclude<Plan, "free">;

/** Accepted offers a calendar month, in the shop's time zone, on the Free plan. */
export const FREE_ACCEPTED_A_MONTH = 50;

/** Days of a shop's first paid plan that cost nothing; once a shop, whichever plan it begins with. */
export const TRIAL_DAYS = 14;

/** Of added revenue without tax, in hundredths of a per cent. */
export const USAGE_BASIS_POINTS = 200;

/** What the flat plan costs every 30 days, in minor units. Merchants who pay Shopify in another currency pay in US dollars. */
const FLAT_PRICES: Readonly<Record<string, number>> = {
  USD: 2_900, EUR: 2_700, GBP: 2_300, CAD: 3_900, AUD: 4_400, NZD: 4_900, CHF: 2_600, SEK: 29_900, DKK: 19_900, NOK: 29_900, PLN: 11_900, JPY: 4_300,
};

/** The flat plan's price in what the merchant pays Shopify in, or in US dollars, which Shopify takes from everybody. */
export function flatPrice(billingCurrency: string): Money {
  const minor = FLAT_PRICES[billingCurrency];
  return minor === undefined ? { minor: FLAT_PRICES["USD"] ?? 0, currency: "USD" } : { minor, currency: billingCurrency };
}

/**
 * Whether a shop can be charged on its revenue: only where it sells in what it pays Shopify in. Shopify gives apps no
 * exchange rate, and one of our own choosing is nothing to send a bill by.
 */
export function canChargeUsage(shopCurrency: string, billingCurrency: string): boolean {
  return shopCurrency === billingCurrency;
}

/** The names under which Shopify lists the plans on the merchant's bill. */
export const PLAN_NAMES: Readonly<Record<PaidPlan, string>> = { flat: "Encore Flat", usage: "Encore Usage" };
