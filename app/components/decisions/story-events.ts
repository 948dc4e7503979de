import type { TFunction } from "i18next";
import { moneyText } from "../../i18n/values";
import type { DecisionPage } from "./decision-page";

export interface StoryEvent {
  at: string;
  title: string;
  detail: string;
  tone: "neutral" | "success" | "critical";
  /** Where more is to be read. */
  link?: { label: string; url: string };
}

/** What happened after and including the decision, in order of time. */
export function storyEvents(t: TFunction, page: DecisionPage): StoryEvent[] {
  const { acceptance, currency } = page;
  const events: StoryEvent[] = [
    {
      at: page.decidedAt, tone: "neutral",
      title: page.offered ? t("activity:event.chose", { offer: page.offered.offerName }) : t("activity:event.nothing"),
      detail: page.offered ? t("activity:event.shown", { what: page.offered.shown }) : page.whyNothing,
      ...(page.whereDecided && { link: page.whereDecided }),
    },
  ];
  if (page.impressionAt) events.push({ at: page.impressionAt, tone: "neutral", title: t("activity:event.saw"), detail: "" });
  if (page.declinedAt) events.push({ at: page.declinedAt, tone: "neutral", title: t("activity:event.declined"), detail: page.recognised ? t("activity:event.neverAgain") : "" });
  if (acceptance) {
    events.push({
      at: acceptance.issuedAt, tone: "neutral", title: t("activity:event.accepted"),
      detail: t("activity:event.acceptedWhat", { count: acceptance.quantity, amount: { minor: acceptance.amountMinor, currency } }),
    });
    if (acceptance.state === "failed") {
      events.push({ at: acceptance.updatedAt, tone: "critical", title: t("activity:event.failed"), detail: t("activity:event.failedWhy", { code: acceptance.errorCode ?? t("activity:event.noReason") }) });
    }
    if (acceptance.state === "unpaid") events.push({ at: acceptance.updatedAt, tone: "critical", title: t("activity:event.unpaid"), detail: t("activity:event.unpaidWhy") });
    if (acceptance.confirmedAt) {
      events.push({ at: acceptance.confirmedAt, tone: "success", title: t("activity:event.confirmed"), detail: page.order ? t("activity:event.confirmedOn", { order: page.order.name }) : "" });
    }
  }
  for (const entry of page.ledger) {
    events.push({ at: entry.happenedAt, tone: entry.amountMinor < 0 ? "critical" : "success", title: t(`activity:entry.${entry.kind}`), detail: entryText(t, entry) });
  }
  return inOrder(events);
}

/** The shopper paid the tax besides, so the amount alone would look like another. */
function entryText(t: TFunction, { amountMinor, taxMinor, currency: inCurrency }: DecisionPage["ledger"][number]): string {
  const amount = moneyText(t, amountMinor, inCurrency);
  return taxMinor === 0 ? amount : t("activity:entry.withoutTax", { amount, tax: { minor: taxMinor, currency: inCurrency } });
}

/** By time; what happened at once stays in the order told. */
export function inOrder(events: readonly StoryEvent[]): StoryEvent[] {
  return [...events].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
