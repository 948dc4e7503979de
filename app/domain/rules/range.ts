import { z } from "zod";
import type { Truth } from "./verdict";
import { truthOf } from "./verdict";

export const Limit = z.int("Must be a whole number").nonnegative("May not be negative").optional();

/** Both limits are inclusive; an open end limits nothing; a number that is not known is unknown. */
export function inRange(value: number | null, min: number | undefined, max: number | undefined): Truth {
  if (value === null) return "unknown";
  return truthOf((min === undefined || value >= min) && (max === undefined || value <= max));
}

/** The problem with a pair of limits, or null. */
export function rangeProblem(min: number | undefined, max: number | undefined): string | null {
  if (min === undefined && max === undefined) return "Set a minimum, a maximum or both";
  return min !== undefined && max !== undefined && min > max ? "The maximum is below the minimum" : null;
}
