import type { ProposalEvidence, ProposalKind } from "../../domain/offers/propose";
import { countText } from "../backtest/count-text";

export const proposalNames: Record<ProposalKind, string> = {
  boughtTogether: "Offer what is bought together", reorder: "Remind customers of what they buy again", priceLadder: "Offer one step up",
  bestseller: "Offer what sells best", thankYouOnly: "Thank first-time customers, offer nothing",
};

/** What in the shop's own orders speaks for it; figures and their meaning, no promise. */
export function proposalEvidence(evidence: ProposalEvidence, titles: Readonly<Record<string, string>>): string {
  const title = (id: number) => `“${titles[String(id)] ?? `#${id}`}”`;
  switch (evidence.kind) {
    case "boughtTogether": {
      const { productId, withProductId, orders, ofOrders, expected, products, lookedAt } = evidence;
      const found = `${countText(products)} of your ${countText(lookedAt)} best-selling products have something that goes with them.`;
      return `${found} The clearest: ${countText(orders)} of ${countText(ofOrders)} orders with ${title(productId)} also had ${title(withProductId)}; about ${countText(Math.round(expected))} would by chance.`;
    }
    case "reorder": {
      const { productId, repeats, repeatCustomers, products } = evidence;
      return `${countText(products)} of your products are bought again by the same customers, ${title(productId)} most of all: ${countText(repeats)} times by ${countText(repeatCustomers)} customers.`;
    }
    case "priceLadder":
      return `${countText(evidence.products)} of your products stand in ${countText(evidence.families)} families where a dearer one follows.`;
    case "bestseller":
      return `${title(evidence.productId)} was in ${countText(evidence.orders)} orders of the last ${evidence.days} days, more than any other product.`;
    case "thankYouOnly":
      return "A first order says little about a customer. Saying thank you, and nothing else, is never wrong.";
  }
}

/** What replaying it on past orders found. */
export function replayText({ orders, shown }: { orders: number; shown: number }): string {
  return `Tried on your past orders: it would have appeared on ${countText(shown)} of ${countText(orders)}. Whether customers would have accepted can’t be known from the past.`;
}
