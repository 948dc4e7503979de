/** Every field may be left out or null: then it is unknown, and a rule that asks for it is unknown too. */
type Unsure<Known> = { readonly [Field in keyof Known]?: Known[Field] | null };

/** How the order was placed, as far as a placement tells. */
export type CheckoutFacts = Unsure<{
  /** What the order's discounts took off in all, minor units of its currency. */
  discountMinor: number;
  shippingMethods: readonly string[];
  gateways: readonly string[];
  /** Shopify's source name: "web", "pos", … */
  channel: string;
  noteAttributes: readonly { readonly name: string; readonly value: string }[];
  billingCountryCode: string;
  /** The market's handle. */
  market: string;
}>;

/** The customer before this order. */
export type CustomerFacts = Unsure<{
  tags: readonly string[];
  isLoggedIn: boolean;
  spent: { readonly minor: number; readonly currency: string };
  /** Whole days; null also when there was no earlier order, which `priorOrders` tells apart. */
  daysSinceLastOrder: number;
  /** Whole days since a product was last bought, by product id; a product that is not there was never bought. */
  daysSinceBought: Readonly<Record<string, number>>;
}>;

/** How the shopper came; "" where the visit had no such parameter. */
export type VisitFacts = Unsure<{ utmSource: string; utmMedium: string; utmCampaign: string }>;

/** The moment of deciding on the shop's own clock. */
export interface MomentFacts {
  /** "2026-11-21" */
  readonly date: string;
  /** Minutes since midnight as the clock shows it, 0 to 1439. */
  readonly minute: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** Units left to sell of a whole product, by product id; a product that is not there is unknown. */
export type StockFacts = Readonly<Record<string, number | "unlimited">>;

export type EncounterKind = "impression" | "acceptance" | "decline";
/** Whole days since this customer last saw, accepted or declined an offer, by offer id; an offer that is not there: never. */
export type EncounterFacts = Readonly<Record<EncounterKind, Readonly<Record<string, number>>>>;
