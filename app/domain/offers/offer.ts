import type { ConditionGroup } from "../rules/condition";
import type { OfferStrategy } from "../strategies/strategy";
import type { ShopperLanguage } from "../placements/shopper-language";
import type { Placement } from "./placement";

export type OfferStatus = "draft" | "active" | "paused" | "archived";

export type Discount =
  | { kind: "none" }
  /** Whole percent, 1 to 100. */
  | { kind: "percentage"; percent: number }
  /** Taken off each unit, minor units of the shop's currency. */
  | { kind: "fixed"; amountMinor: number }
  /** The offer's added shipping is waived. */
  | { kind: "freeShipping" };

/** Local wall-clock times ("2026-11-21T09:00") in the shop's zone; null leaves that end open. */
export interface Schedule {
  startsAt: string | null;
  endsAt: string | null;
}

export interface OfferedProduct {
  productId: number;
  /** Empty: every variant may be chosen. */
  variantIds: number[];
}

/** What staff edit; one saved state of it is an offer version. */
export interface OfferContent {
  /** For staff only. */
  name: string;
  /** Shown to shoppers. */
  title: string;
  /** Shown to shoppers, plain text. */
  body: string;
  /** Title and text in other languages; a language that is not there gets the above. */
  texts?: Partial<Record<ShopperLanguage, { title: string; body: string }>> | undefined;
  placements: Placement[];
  /** In order of preference; the first that may be offered is. Empty where the strategy picks them. */
  products: OfferedProduct[];
  /** How products are picked; left out, as in early versions: `products` are. See `strategyOf`. */
  strategy?: OfferStrategy | undefined;
  discount: Discount;
  /** Most units a shopper may add, 1 to 100. */
  quantityLimit: number;
  /** Charged for sending the added item along; minor units of the shop's currency. */
  shippingMinor: number;
  schedule: Schedule;
  rule: ConditionGroup;
}

/** An offer as deciding sees it: one version, with the state of its offer. */
export interface Offer {
  id: string;
  version: number;
  status: OfferStatus;
  /** Smaller goes first. */
  priority: number;
  content: OfferContent;
}
