import type { TFunction } from "i18next";

export interface OutcomeFacts {
  outcome: "offered" | "nothing";
  seen: boolean;
  declined: boolean;
  acceptance: "signed" | "applied" | "unpaid" | "failed" | "confirmed" | null;
}

export interface OutcomeLabel {
  label: string;
  tone?: "success" | "info" | "attention" | "critical";
}

/** How a decision ended, in two words. */
export function outcomeLabel(t: TFunction, { outcome, seen, declined, acceptance }: OutcomeFacts): OutcomeLabel {
  switch (acceptance) {
    case "confirmed":
      return { label: t("activity:ended.confirmed"), tone: "success" };
    case "signed":
    case "applied":
      return { label: t("activity:ended.accepted"), tone: "info" };
    case "unpaid":
      return { label: t("activity:ended.unpaid"), tone: "attention" };
    case "failed":
      return { label: t("activity:ended.failed"), tone: "critical" };
    case null:
      break;
  }
  if (outcome === "nothing") return { label: t("activity:ended.nothing") };
  if (declined) return { label: t("activity:ended.declined") };
  return seen ? { label: t("activity:ended.seen"), tone: "info" } : { label: t("activity:ended.unseen") };
}
