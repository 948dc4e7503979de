import type { TFunction } from "i18next";
import type { CandidateReason, GeneralReason } from "../../domain/decisions/decision";
import { countedReasonText } from "./reason-counts-text";
import { generalText, reasonText } from "./reason-text";

/** In one line, why nothing was offered: the general reason, or that of the first candidate and how many more there were. */
export function whyNothing(t: TFunction, reasons: { general: GeneralReason | null; candidates: readonly CandidateReason[]; main?: string | undefined }): string {
  if (reasons.general) return generalText(t, reasons.general);
  if (reasons.main !== undefined) return countedReasonText(t, reasons.main);
  const [first, ...others] = reasons.candidates;
  if (!first) return generalText(t, "noOffers");
  const reason = reasonText(t, first);
  return others.length === 0 ? reason : t("activity:why.more", { reason, count: others.length });
}
