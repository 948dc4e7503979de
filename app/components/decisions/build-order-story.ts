import type { TFunction } from "i18next";
import type { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import type { LikelyReason } from "../../domain/reports/likely-reason";
import { moneyText } from "../../i18n/values";
import { buildDecisionPage } from "./build-decision-page";
import type { ReadDecision } from "./build-decision-page";
import { likelyText } from "./likely-text";
import { inOrder, storyEvents } from "./story-events";
import type { StoryEvent } from "./story-events";
import { channelText, gatewayText } from "./platform-names";

/** An order with everything that is held about it. */
export interface ReadOrder {
  order: {
    id: number; name: string; customerKey: string | null; sourceName: string; gateways: string[]; currency: string; totalMinor: number; items: number; test: boolean;
    processedAt: Date; cancelledAt: Date | null; redactedAt: Date | null; gift: GiftConfidence | null; policyVersion: number | null; netMinor: number | null;
    refunds: { quantity: number; amountMinor: number; refundedAt: Date }[];
    cases: { kind: "return" | "dispute"; openedAt: Date; closedAt: Date | null }[];
  };
  decisions: readonly ReadDecision[];
  events: readonly { topic: string; receivedAt: Date; isDead: boolean; error: string }[];
  likely: LikelyReason | null;
  optedOutAt: Date | null;
  isHeldOut: boolean;
  timeZone: string;
}

export interface OrderStoryPage {
  id: number;
  name: string;
  customerId: number | null;
  timeZone: string;
  events: StoryEvent[];
  facts: { label: string; value: string }[];
}

/** One order's story in the words that staff read, in order of time. */
export function buildOrderStory(t: TFunction, read: ReadOrder): OrderStoryPage {
  const { order, timeZone } = read;
  const isCustomer = order.customerKey?.startsWith("c:") === true;
  const who = order.customerKey === null ? t("activity:story.stranger") : isCustomer ? t("activity:story.known") : t("activity:story.guest");
  return {
    id: order.id, name: order.name, timeZone, customerId: isCustomer ? Number(order.customerKey?.slice(2)) : null,
    events: inOrder([...orderEvents(t, read), ...courtesyEvents(t, read), ...read.decisions.flatMap((decision) => decisionEvents(t, decision)), ...laterEvents(t, read)]),
    facts: [
      { label: t("activity:story.total"), value: moneyText(t, order.totalMinor, order.currency) },
      { label: t("activity:story.added"), value: moneyText(t, order.netMinor ?? 0, order.currency) },
      { label: t("activity:story.who"), value: who },
      ...(order.sourceName === "" ? [] : [{ label: t("activity:story.channel"), value: channelText(t, order.sourceName) }]),
      ...(order.gateways.length === 0 ? [] : [{ label: t("activity:story.paidBy"), value: order.gateways.map(gatewayText).join(", ") }]),
    ],
  };
}

function orderEvents(t: TFunction, { order, events, likely }: ReadOrder): StoryEvent[] {
  const placed = t("activity:story.placedWhat", { count: order.items, total: { minor: order.totalMinor, currency: order.currency } });
  const told: StoryEvent[] = [{ at: order.processedAt.toISOString(), tone: "neutral", title: t("activity:story.placed"), detail: order.test ? `${placed} ${t("activity:story.test")}` : placed }];
  for (const { topic, receivedAt, isDead, error } of events) {
    told.push(isDead
      ? {
        at: receivedAt.toISOString(), tone: "critical", title: t("activity:story.deadLetter"), detail: t("activity:story.deadLetterWhat", { topic, error }),
        link: { label: t("activity:story.deadLetterLink"), url: "/app/activity/dead-letters" },
      }
      : { at: receivedAt.toISOString(), tone: "neutral", title: t("activity:story.received"), detail: t("activity:story.receivedWhat", { topic }) });
  }
  if (likely) told.push({ at: order.processedAt.toISOString(), tone: "neutral", title: t("activity:story.notAsked"), detail: t("activity:empty.mostLikely", { reason: likelyText(t, likely) }) });
  return told;
}

/** What kept offers back or within limits, at the moment of the order. */
function courtesyEvents(t: TFunction, { order, optedOutAt, isHeldOut }: ReadOrder): StoryEvent[] {
  const at = order.processedAt.toISOString();
  const told: StoryEvent[] = [{
    at, tone: "neutral", title: order.policyVersion === null ? t("activity:story.policyDefault") : t("activity:story.policy", { version: order.policyVersion }),
    detail: t("activity:story.policyWhat"), link: { label: t("activity:story.policyLink"), url: "/app/courtesy" },
  }];
  if (order.gift) told.push({ at, tone: "neutral", title: t(`activity:story.gift.${order.gift}`), detail: t("activity:story.giftWhat") });
  if (isHeldOut) told.push({ at, tone: "neutral", title: t("activity:story.holdOut"), detail: t("activity:story.holdOutWhat") });
  if (optedOutAt) told.push({ at: optedOutAt.toISOString(), tone: "neutral", title: t("activity:story.optedOut"), detail: t("activity:story.optedOutWhat") });
  return told;
}

function decisionEvents(t: TFunction, decision: ReadDecision): StoryEvent[] {
  const page = buildDecisionPage(t, decision);
  const link = { label: t("activity:story.open"), url: `/app/activity/${page.id}` };
  return storyEvents(t, page).map((event, index) => ({ ...event, title: t("activity:story.at", { placement: page.placement, what: event.title }), ...(index === 0 && { link }) }));
}

function laterEvents(t: TFunction, { order }: ReadOrder): StoryEvent[] {
  const critical = (at: Date, title: string, detail = ""): StoryEvent => ({ at: at.toISOString(), tone: "critical", title, detail });
  const neutral = (at: Date, title: string, detail = ""): StoryEvent => ({ at: at.toISOString(), tone: "neutral", title, detail });
  return [
    ...order.refunds.map(({ refundedAt, quantity, amountMinor }) =>
      critical(refundedAt, t("activity:story.refund"), t("activity:story.refundWhat", { count: quantity, amount: { minor: amountMinor, currency: order.currency } }))),
    ...order.cases.flatMap(({ kind, openedAt, closedAt }) => [
      critical(openedAt, kind === "return" ? t("activity:story.return") : t("activity:story.dispute")),
      ...(closedAt ? [neutral(closedAt, kind === "return" ? t("activity:story.returnClosed") : t("activity:story.disputeClosed"))] : []),
    ]),
    ...(order.cancelledAt ? [critical(order.cancelledAt, t("activity:story.cancelled"))] : []),
    ...(order.redactedAt ? [neutral(order.redactedAt, t("activity:story.redacted"), t("activity:story.redactedWhat"))] : []),
  ];
}
