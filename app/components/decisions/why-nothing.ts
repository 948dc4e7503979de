import type { CandidateReason, GeneralReason } from "../../domain/decisions/decision";
import { countedReasonText } from "./reason-counts-text";
import { generalText, reasonText } from "./reason-text";

/** In one line, why nothing was offered: the general reason, or that of the first candidate and how many more there were. */
export function whyNothing(reasons: { general: GeneralReason | null; candidates: readonly CandidateReason[]; main?: string | undefined }): string {
  if (reasons.general) return generalText(reasons.general);
  if (reasons.main !== undefined) return countedReasonText(reasons.main);
  const [first, ...others] = reasons.candidates;
  if (!first) return generalText("noOffers");
  const rest = others.length === 0 ? "" : ` (and ${others.length} more ${others.length === 1 ? "offer" : "offers"} that didn’t fit)`;
  return `${reasonText(first)}${rest}`;
}
