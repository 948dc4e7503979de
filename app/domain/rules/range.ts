import { z } from "zod";
import type { Truth } from "./verdict";
import { truthOf } from "./verdict";

export const Limit = z.int("Must be a whole number").nonnegative("May not be negative").optional();
/** Minor units of the condition's currency. */
export const Currency = z.string().length(3, "Not a currency");

/** Both limits are inclusive; an open end limits nothing; a number that is not known is unknown. */
export function inRange(value: number | null | undefined, min: number | undefined, max: number | undefined): Truth {
  if (value === null || value === undefined) return "unknown";
  return truthOf((min === undefined || value >= min) && (max === undefined || value <= max));
}

/** The problem with a pair of limits, or null. */
export function rangeProblem(min: number | undefined, max: number | undefined): string | null {
  if (min === undefined && max === undefined) return "Set a minimum, a maximum or both";
  return min !== undefined && max !== undefined && min > max ? "The maximum is below the minimum" : null;
}

/** For `superRefine` of a condition: reports what is wrong with its limits, at the condition itself. */
export function checkRange({ min, max }: { min?: number | undefined; max?: number | undefined }, context: z.RefinementCtx): void {
  const message = rangeProblem(min, max);
  if (message !== null) context.addIssue({ code: "custom", message });
}

/** The same for limits in minor units. */
export function checkAmounts({ minMinor, maxMinor }: { minMinor?: number | undefined; maxMinor?: number | undefined }, context: z.RefinementCtx): void {
  checkRange({ min: minMinor, max: maxMinor }, context);
}
