import type { CandidateReason, GeneralReason, ProductReason } from "../../domain/decisions/decision";
import { conditionLabels } from "../rules/condition-labels";
import type { LeafKind } from "../rules/leaf-form";

const general: Record<GeneralReason, string> = {
  noOffers: "No offer was active",
  switchedOff: "This placement is switched off",
  planLimit: "Your plan’s accepted offers for the month were used up",
  capReached: "The cap that you set for Encore’s charges was reached",
  holdOut: "This customer is in the hold-out: never shown offers, so that the true effect can be measured",
  otherCurrency: "The customer paid in another currency than the store’s",
  alreadyDecided: "This purchase had been decided on before",
  optedOut: "The customer asked not to be shown offers",
  openCase: "A return, refund or dispute of this customer is open",
  quietAfterCase: "It was too soon after a return, refund or dispute of this customer",
  firstOrder: "First orders are only thanked for",
  funnelEnded: "This purchase had seen as many pages as it may",
  quietAfterAcceptance: "It was too soon after the customer said yes",
  quietAfterDecline: "It was too soon after the customer said no",
  impressionCap: "The customer had seen as many offers as your courtesy policy allows",
};

/** Why nothing could be offered at all. */
export function generalText(reason: GeneralReason): string {
  return general[reason];
}

const product: Record<ProductReason["code"], string> = {
  missing: "isn’t in the catalogue",
  notActive: "isn’t active in Shopify",
  unpublished: "isn’t in the online store",
  giftCard: "is a gift card",
  free: "costs nothing",
  soldOut: "is sold out",
  inOrder: "was in the order already",
  staffExcluded: "is excluded by your staff",
  ownedNotRebought: "is owned by the customer, and customers don’t buy it again",
  declinedProduct: "was declined by the customer a short while ago",
  boughtAsGift: "was bought by the customer for somebody else",
  tooLittleEvidence: "has too few orders to speak for it",
  boughtAtFullPrice: "was bought by the customer at full price a short while ago",
  otherPriceShown: "was shown to the customer at another price",
};

/** "is sold out": to follow the product's title. */
export function productText(code: ProductReason["code"]): string {
  return product[code];
}

/** Whether a code is one of a product; stored ones may be of other versions. */
export function isProductCode(code: string): code is ProductReason["code"] {
  return Object.hasOwn(product, code);
}

const badges: Record<ProductReason["code"], string> = {
  missing: "Not in the catalogue",
  notActive: "Not active in Shopify",
  unpublished: "Not in the online store",
  giftCard: "Gift card",
  free: "No price left after the discount",
  soldOut: "Sold out",
  inOrder: "In the order",
  staffExcluded: "Excluded by staff",
  ownedNotRebought: "Owned already",
  declinedProduct: "Declined lately",
  boughtAsGift: "Bought as a gift",
  tooLittleEvidence: "Too few orders",
  boughtAtFullPrice: "Bought at full price",
  otherPriceShown: "Shown at another price",
};

/** The same in as few words as a badge takes. */
export function productBadge(code: ProductReason["code"]): string {
  return badges[code];
}

/** Why an offer was or was not chosen; `asked` is the deciding part of its rule in words, where that is known. */
export function reasonText(reason: CandidateReason, asked?: string): string {
  switch (reason.code) {
    case "chosen":
      return "Chosen";
    case "lowerPriority":
      return "Another offer stands higher in your order";
    case "lessValue":
      return "Another offer of the same priority was expected to bring more";
    case "nothingFound":
      return "Its strategy found no product for this order";
    case "onlyAfterDecline":
      return "It answers a no, and nothing had been declined yet";
    case "notAfterDecline":
      return "After a no only a downsell is shown";
    case "notForPlacement":
      return "This placement can’t show this kind of offer";
    case "livesElsewhere":
      return "The customer saw it at another placement, where it is still open";
    case "thanked":
      return "It said thank you and offered nothing";
    case "onlyThanks":
      return "This customer was only to be thanked";
    case "declinedOffer":
      return "The customer declined it before";
    case "giftOrder":
      return "The order looks like a gift, so nothing personal was offered";
    case "notActive":
      return "It wasn’t active";
    case "notScheduled":
      return reason.when === "before" ? "Its schedule hadn’t begun" : "Its schedule was over";
    case "ruleNotMet":
      return `The order didn’t meet its rule: ${asked ?? conditionName(reason.kind)}`;
    case "ruleUnknown":
      return `The placement couldn’t know what its rule asks: ${asked ?? conditionName(reason.kind)}`;
    case "declinedBefore":
      return "The customer declined it before";
    case "acceptedBefore":
      return "It was accepted on this purchase already";
    case "noProduct":
      return reason.products.length === 0 ? "It has no product" : "None of its products could be offered";
  }
}

const groups: Record<string, string> = {
  all: "all of a group of conditions", any: "any of a group of conditions", none: "none of a group of conditions",
};

/** Stored reasons may name kinds that this version no longer has; those keep their code. */
function conditionName(kind: string): string {
  return (Object.hasOwn(conditionLabels, kind) ? conditionLabels[kind as LeafKind] : groups[kind] ?? kind).toLowerCase();
}
