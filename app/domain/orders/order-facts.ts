import type { CheckoutFacts, CustomerFacts, EncounterFacts, MomentFacts, StockFacts, VisitFacts } from "./fact-groups";

/** A line of the order being decided on; what the placement does not tell comes from the mirrored catalogue. */
export interface LineFacts {
  productId: number;
  variantId: number;
  quantity: number;
  /** For the whole line after its discounts, minor units of the order's currency. */
  totalMinor: number;
  /** Null when the mirror does not know the product: conditions on it are then unknown, never met. */
  catalogue: CatalogueFacts | null;
  /** "Large / Red"; left out or null, as with the two below: unknown. */
  variantTitle?: string | null;
  /** Bought on a selling plan. */
  isSubscription?: boolean | null;
  /** The product's, by "namespace.key"; null for a metafield that it does not have, none here for one that was not asked for. */
  metafields?: readonly { readonly key: string; readonly value: string | null }[] | null;
}

export interface CatalogueFacts {
  collectionIds: readonly number[];
  tags: readonly string[];
  vendor: string;
  productType: string;
}

/** Everything a rule may ask about an order. `null` means the placement cannot know it. */
export interface OrderFacts {
  /** Names the purchase at its placement; for post-purchase the checkout token. */
  referenceId: string;
  currency: string;
  countryCode: string | null;
  locale: string;
  totalMinor: number;
  /** Empty without an order in hand. */
  lines: readonly LineFacts[];
  /** No order is in hand, as in the customer account: whatever a rule asks of one is unknown. */
  isWithoutOrder?: boolean;
  /** "c:<id>" or "g:<hash>"; null for a guest who cannot be recognised. */
  customerKey: string | null;
  /** Orders before this one; null when unknown. */
  priorOrders: number | null;
  discountCodes: readonly string[] | null;
  /** What few placements tell. A group that is left out or null is unknown as a whole. */
  checkout?: CheckoutFacts | null;
  customer?: CustomerFacts | null;
  visit?: VisitFacts | null;
  moment?: MomentFacts | null;
  stock?: StockFacts | null;
  encounters?: EncounterFacts | null;
}
