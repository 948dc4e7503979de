import { formatMinor } from "../../domain/money/money";
import type { DecisionPage } from "./decision-page";

export interface StoryEvent {
  at: string;
  title: string;
  detail: string;
  tone: "neutral" | "success" | "critical";
}

const entryTitles: Record<DecisionPage["ledger"][number]["kind"], string> = {
  accepted: "Counted as added revenue",
  refund: "Refunded: taken off added revenue",
  cancellation: "Order cancelled: taken off added revenue",
  unpaid: "Not paid: taken off added revenue",
  reversal: "Corrected",
};

/** What happened after and including the decision, in order of time. */
export function storyEvents(page: DecisionPage): StoryEvent[] {
  const { acceptance } = page;
  const events: StoryEvent[] = [
    {
      at: page.decidedAt, tone: "neutral",
      title: page.offered ? `Encore chose “${page.offered.offerName}”` : "Encore offered nothing",
      detail: page.offered ? `Shown: ${page.offered.shown}` : page.whyNothing,
    },
  ];
  if (page.impressionAt) events.push({ at: page.impressionAt, tone: "neutral", title: "The customer saw the offer", detail: "" });
  if (page.declinedAt) events.push({ at: page.declinedAt, tone: "neutral", title: "The customer declined", detail: page.recognised ? "This offer won’t be shown to them again." : "" });
  if (acceptance) {
    const amount = formatMinor(acceptance.amountMinor, page.currency, "en");
    events.push({
      at: acceptance.issuedAt, tone: "neutral", title: "The customer accepted",
      detail: `${acceptance.quantity} ${acceptance.quantity === 1 ? "item" : "items"} for ${amount}, without shipping`,
    });
    if (acceptance.state === "failed") events.push({ at: acceptance.updatedAt, tone: "critical", title: "The charge failed", detail: `Shopify answered: ${acceptance.errorCode ?? "no reason given"}. Nothing was charged and nothing is counted.` });
    if (acceptance.state === "unpaid") events.push({ at: acceptance.updatedAt, tone: "critical", title: "Added, but not paid", detail: "Shopify added the item without taking the payment. Nothing is counted." });
    if (acceptance.confirmedAt) events.push({ at: acceptance.confirmedAt, tone: "success", title: "The order confirms the item", detail: page.order ? `It is on order ${page.order.name}.` : "" });
  }
  for (const entry of page.ledger) {
    events.push({
      at: entry.happenedAt, tone: entry.amountMinor < 0 ? "critical" : "success",
      title: entryTitles[entry.kind], detail: formatMinor(entry.amountMinor, entry.currency, "en"),
    });
  }
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
