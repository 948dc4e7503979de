import { Banner, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { BillingView } from "./billing-view";
import type { BillingReply } from "./use-plan";

interface Message {
  tone: "success" | "info" | "warning" | "critical";
  title: string;
  text: string;
}

/** What has just happened, and what staff should know before anything else. */
export function BillingBanners({ view, reply }: { view: BillingView; reply: BillingReply | null }) {
  const { t } = useTranslation();
  return [...replyMessage(t, reply), ...answerMessage(t, view, reply), ...standingMessages(t, view)].map(({ tone, title, text }) => (
    <Banner key={title} tone={tone} title={title}><Text as="p">{text}</Text></Banner>
  ));
}

function replyMessage(t: TFunction, reply: BillingReply | null): Message[] {
  if (!reply || "confirmationUrl" in reply) return [];
  if ("done" in reply) return [{ tone: "success", title: t("billing:done.title"), text: t("billing:done.text") }];
  const { error } = reply;
  // Said at the field.
  if (error.code === "badCap") return [];
  if (error.code === "refused") return [{ tone: "critical", title: t("billing:error.refusedTitle"), text: t("billing:error.refused", { message: error.message }) }];
  return [{ tone: error.code === "noChange" ? "info" : "warning", title: t("billing:error.title"), text: t(`billing:error.${error.code}`) }];
}

function answerMessage(t: TFunction, { answer, plan }: BillingView, reply: BillingReply | null): Message[] {
  if (answer === null || reply !== null) return [];
  if (answer === "approved") return [{ tone: "success", title: t("billing:answer.approvedTitle"), text: t(`billing:answer.approved.${plan}`) }];
  if (answer === "declined") return [{ tone: "info", title: t("billing:answer.declinedTitle"), text: t(`billing:answer.declined.${plan}`) }];
  return [{ tone: "info", title: t("billing:answer.unknownTitle"), text: t("billing:answer.unknown") }];
}

function standingMessages(t: TFunction, { status, paused, plan, allowance, due }: BillingView): Message[] {
  const messages: Message[] = [];
  if (status === "frozen") messages.push({ tone: "warning", title: t("billing:standing.frozenTitle"), text: t("billing:standing.frozen", { limit: allowance.limit }) });
  if (paused === "capReached") messages.push({ tone: "warning", title: t("billing:standing.capTitle"), text: t("billing:standing.cap") });
  if (paused === "planLimit") messages.push({ tone: "warning", title: t("billing:standing.limitTitle"), text: t("billing:standing.limit", { limit: allowance.limit }) });
  else if ((plan === "free" || status === "frozen") && allowance.level === "nearly") {
    messages.push({ tone: "info", title: t("billing:standing.nearlyTitle", { count: allowance.used, limit: allowance.limit }), text: t("billing:standing.nearly") });
  }
  if (due && due.creditMinor > 0) messages.push({ tone: "info", title: t("billing:standing.creditTitle"), text: t("billing:standing.credit") });
  return messages;
}
