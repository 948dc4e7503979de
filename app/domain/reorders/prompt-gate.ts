import { wilsonLowerBound } from "../recommendations/chance";
import type { DueRange } from "./due-date";

/** Days before the expected date that a prompt is sent. */
export const PROMPT_LEAD_DAYS = 3;
/** A prompt has succeeded when the product is bought within so many days of it. */
export const PROMPT_WINDOW_DAYS = 14;

/** One purchase is no habit and two may be chance: below three purchases no rhythm is inferred. */
const MINIMUM_PURCHASES = 3;

/** Prompting stops where at most this share succeeded … */
const WORTHWHILE_PRECISION = 0.15;
/** … judged on the upper end of a 95 % interval, and never on fewer prompts than this. */
const MINIMUM_PROMPTS = 50;

export type PromptRefusal = "tooFewPurchases" | "rangeTooWide";

/** Why the customer is not to be prompted for the product, or null when they may be. */
export function promptRefusal(purchases: number, due: DueRange): PromptRefusal | null {
  if (purchases < MINIMUM_PURCHASES) return "tooFewPurchases";
  // Where even half of the purchases fall outside two weeks around the date, the prompt is a guess.
  if (due.latestDays - due.earliestDays > 2 * PROMPT_WINDOW_DAYS) return "rangeTooWide";
  return null;
}

/** Days after the last purchase at which the prompt is due; 0 when that is already past. */
export function promptDay(due: DueRange): number {
  return Math.max(0, due.expectedDays - PROMPT_LEAD_DAYS);
}

/** Whether a shop's prompts have shown to be worth little, so that no more are sent. */
export function shouldStopPrompting(sent: number, succeeded: number): boolean {
  if (sent < MINIMUM_PROMPTS) return false;
  // Wilson's upper end for the successes is one less the lower end for the failures.
  return 1 - wilsonLowerBound(sent - succeeded, sent, 1.645) < WORTHWHILE_PRECISION;
}
