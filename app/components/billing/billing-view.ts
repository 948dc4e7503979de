import type { BillingPage } from "../../domain/billing/billing-page";

/** What the plan page is drawn of, as it reaches the browser. */
export interface BillingView extends BillingPage<string> {
  /** How the merchant has just answered at Shopify. */
  answer: "approved" | "declined" | "unknown" | null;
}
