import type { CourtesyPolicy } from "./policy";

/** What a limit counts; null for one that is on or off or chosen from a list. */
export const LIMIT_UNITS = {
  impressionsPer30Days: "offers", quietDaysAfterDecline: "days", quietDaysAfterAcceptance: "days", quietDaysAfterCase: "days", restDaysOfDeclinedProduct: "days",
  isFirstOrderThanksOnly: null, giftsFrom: null, minOrders: "orders", minCustomers: "customers", regretDays: "days", mayImproveDeclined: null,
} as const satisfies Record<Exclude<keyof CourtesyPolicy, "version">, "days" | "offers" | "orders" | "customers" | null>;
