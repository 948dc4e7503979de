import type { GiftConfidence } from "../courtesy/gift-confidence";
import type { PastPurchase, ShownPrice } from "../courtesy/history";
import type { CourtesyPolicy } from "../courtesy/policy";
import type { ProductCourtesyReason } from "../courtesy/reason";
import type { CourtesyProduct } from "../courtesy/request";
import type { OfferContent } from "../offers/offer";
import type { OrderFacts } from "../orders/order-facts";
import type { CatalogueIndex } from "./catalogue-index";
import type { LadderIndex } from "./ladder-index";
import type { Sources } from "./sources";
import type { StaffExclusions } from "./staff-exclusions";

/** Everything that a strategy may look at, read beforehand. */
export interface StrategyInput {
  facts: Pick<OrderFacts, "lines" | "totalMinor">;
  /** The offer's own; its discount decides what would be free, and what a downsell costs. */
  content: Pick<OfferContent, "discount">;
  catalogue: CatalogueIndex;
  ladder: LadderIndex;
  sources: Sources;
  /** Of the order in hand; null for no sign of a gift. */
  gift?: GiftConfidence | null;
  /** The customer's; empty for a stranger. */
  purchases: readonly PastPurchase[];
  policy: CourtesyPolicy;
  /** `productRefusal` for the customer and offer in hand; the limit on candidates is reached with those that it lets pass. */
  courtesy: (product: CourtesyProduct) => ProductCourtesyReason | null;
  /** The shop's, for every strategy. */
  staffExclusions: StaffExclusions;
  /** What was declined on the page before; null on a first page. */
  declined: DeclinedOffer | null;
  now: Date;
  /** The most candidates that are wanted, 1 or more. */
  limit: number;
  /** Whether any candidate does as well as the best; left out: none does. */
  isAnyEnough?: boolean;
}

export interface DeclinedOffer {
  offerId: string;
  productId: number;
  /** As shown, the first variant first. */
  prices: readonly ShownPrice[];
}
