import type { CourtesyPolicy } from "./policy";

/** What staff read beside a setting. */
export interface LimitText {
  label: string;
  /** Says what happens, and why it is kind. */
  help: string;
  unit: "days" | "offers" | "orders" | "customers" | null;
}

export const LIMIT_TEXTS: Record<Exclude<keyof CourtesyPolicy, "version">, LimitText> = {
  impressionsPer30Days: { label: "Offers a customer may see in 30 days", help: "All placements together. Past it, a customer sees none until the oldest is 30 days old.", unit: "offers" },
  quietDaysAfterDecline: { label: "Quiet after a no", help: "After a customer declines, nothing is offered anywhere for so long. A second page that answers the first is not kept back.", unit: "days" },
  quietDaysAfterAcceptance: { label: "Quiet after a yes", help: "A customer who just added something is left in peace for so long.", unit: "days" },
  quietDaysAfterCase: { label: "Quiet after a return, refund or dispute", help: "Nothing is offered while one is open, nor for so long after it was settled. Disputes are those of Shopify Payments.", unit: "days" },
  restDaysOfDeclinedProduct: { label: "Rest of a declined product", help: "A product that a customer declined is not brought back by another offer for so long. The same offer never comes back.", unit: "days" },
  isFirstOrderThanksOnly: { label: "Only say thank you for a first order", help: "New customers, and those of whom it is not known, are thanked and offered nothing.", unit: null },
  giftsFrom: { label: "Treat an order as a gift", help: "Gifts never lead to reorder prompts or anything personal. Certain: the shopper said so, or chose gift wrap. Likely: a gift note, or another name on the parcel, where Shopify lets Encore compare names. Possible: bought once by someone who mostly buys for others.", unit: null },
  minOrders: { label: "Least orders before anything is inferred", help: "“Bought together” and the like need at least so many orders. Until then popular products are shown, and called popular.", unit: "orders" },
  minCustomers: { label: "Least customers before anything is inferred", help: "One regular’s habits are no evidence about everybody.", unit: "customers" },
  regretDays: { label: "No discount after full price", help: "What a customer bought at full price is not offered to them with a discount for so long.", unit: "days" },
  mayImproveDeclined: { label: "A second page may lower the price", help: "After a no, the same product may be shown once more for less. Customers learn to say no first; best left off.", unit: null },
};
