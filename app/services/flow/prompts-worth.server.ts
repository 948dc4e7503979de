import { countPromptOutcomes } from "../../data/flow/flow-figures.server";
import type { PromptOutcomes } from "../../data/flow/flow-figures.server";
import { daysAfter } from "../../domain/courtesy/days";
import { PROMPT_WINDOW_DAYS, shouldStopPrompting } from "../../domain/reorders/prompt-gate";
import type { ShopId } from "../../domain/shops/shop-id";

/** Older prompts say little of today's; and after a year a shop is given another chance. */
const judgedDays = 365;

export interface PromptsWorth extends PromptOutcomes {
  /** Enough was sent to know that it is not worth asking: none are sent while this holds. */
  isStopped: boolean;
}

/** What a shop's reminders that something is due were worth, of the last year, as far as their time is over. */
export async function readPromptsWorth(shop: ShopId, now: Date): Promise<PromptsWorth> {
  const span = { from: daysAfter(now, -judgedDays), to: daysAfter(now, -PROMPT_WINDOW_DAYS) };
  const outcomes = await countPromptOutcomes(shop, span, PROMPT_WINDOW_DAYS);
  return { ...outcomes, isStopped: shouldStopPrompting(outcomes.sent, outcomes.succeeded) };
}
