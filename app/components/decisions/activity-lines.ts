import type { TFunction } from "i18next";
import type { CandidateReason, GeneralReason } from "../../domain/decisions/decision";
import type { Placement } from "../../domain/offers/placement";
import { moneyText, timeText } from "../../i18n/values";
import type { ActivityLine } from "./ActivityTable";
import { outcomeLabel } from "./outcome-text";
import type { OutcomeFacts } from "./outcome-text";
import { orderText, shownText } from "./shown-text";
import type { ShownFacts } from "./shown-text";
import { whyNothing } from "./why-nothing";

/** A decision of the list, as it is read from the database. */
export interface ListedDecision extends ShownFacts {
  id: string;
  decidedAt: Date;
  placement: Placement;
  outcome: "offered" | "nothing";
  orderName: string | null;
  isDeleted: boolean;
  isTest: boolean;
  offerName: string | null;
  reasons: { general: GeneralReason | null; candidates: CandidateReason[]; main?: string | undefined };
  impressionAt: Date | null;
  declinedAt: Date | null;
  acceptance: OutcomeFacts["acceptance"];
  netMinor: number | null;
  currency: string;
}

/** A decision in the words that staff read. */
export function activityLine(t: TFunction, row: ListedDecision, timeZone: string): ActivityLine {
  return {
    id: row.id,
    time: timeText(t, row.decidedAt.toISOString(), timeZone),
    order: orderText(t, row),
    arrived: row.orderName !== null,
    isTest: row.isTest,
    placement: t(`common:placement.${row.placement}`),
    outcome: outcomeLabel(t, { outcome: row.outcome, seen: row.impressionAt !== null, declined: row.declinedAt !== null, acceptance: row.acceptance }),
    story: row.outcome === "offered" ? shownText(t, row) : whyNothing(t, row.reasons),
    offer: row.outcome === "offered" ? (row.offerName ?? t("activity:table.deletedOffer")) : "",
    net: row.netMinor === null ? "" : moneyText(t, row.netMinor, row.currency),
  };
}
