import type { DownsellWay } from "../../domain/strategies/strategy";
import type { StrategyKind } from "./strategy-form";

interface StrategyText {
  label: string;
  /** What it goes by, so that staff know what they can expect of it. */
  evidence: string;
  /** Leads to a later order: never on the post-purchase page. */
  isForLater?: boolean;
}

export const strategyTexts: Record<StrategyKind, StrategyText> = {
  manual: { label: "Products you choose", evidence: "You name the products. The first that is in stock and not in the order already is offered." },
  boughtTogether: {
    label: "Bought together",
    evidence: "What your customers bought in the same order. Encore says “bought together” only where enough orders and customers show it; until then it takes products of the same collection, tag or price, and says so.",
  },
  priceLadder: {
    label: "Price ladder",
    evidence: "One step up from what was just bought: the next dearer product of the same type or collection, first of all what earlier customers moved up to.",
  },
  downsell: {
    label: "Downsell after a decline",
    evidence: "The second page, for customers who said no to the first: something cheaper than what they declined. There is never a third page.",
  },
  reorder: {
    label: "Reorder",
    evidence: "What this customer buys again and again, around the time it’s due. Products that nobody buys again are never offered, and gift orders are left out.",
  },
  bestseller: { label: "Bestseller", evidence: "What most orders of late hold. The same for everybody, so it needs nothing to be known about the customer." },
  thankYouOnly: {
    label: "Thank-you only",
    evidence: "Orders that meet the rule are thanked and offered nothing, not even the offers below this one.",
  },
  collectionLink: {
    label: "Link to a collection",
    evidence: "A link to one of your collections, with how many of its products can be had now. For the pages and e-mails after the order.", isForLater: true,
  },
  coupon: {
    label: "Coupon for a later order",
    evidence: "A code of the customer’s own, for one use. For the pages and e-mails after the order.", isForLater: true,
  },
};

/** To be said of a strategy that picks products by itself. */
export const pickedText = "Picked for each order";

export const wayTexts: Record<DownsellWay, string> = {
  cheaper: "Something cheaper of the same kind",
  smaller: "The same product in a smaller size",
  betterDiscount: "The same product for less, where your courtesy policy allows it",
};

/** Whether a strategy finds the products by itself. */
export function picksProducts(kind: StrategyKind): boolean {
  return kind !== "manual" && kind !== "thankYouOnly" && !strategyTexts[kind].isForLater;
}

/** In the place of a product's title: "Bought together: picked for each order". */
export function offerSubject(kind: StrategyKind): string {
  return picksProducts(kind) ? `${strategyTexts[kind].label}: ${pickedText.toLowerCase()}` : strategyTexts[kind].label;
}
