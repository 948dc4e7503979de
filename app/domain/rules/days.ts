import { z } from "zod";

/** Left out: ever. */
export const WithinDays = z.int("Must be a whole number").min(1, "Use 1 to 3650 days").max(3_650, "Use 1 to 3650 days").optional();

/** Whether something that happened so many whole days ago, or never, did so in the last `within` days. */
export function happenedWithin(daysAgo: number | undefined, within: number | undefined): boolean {
  return daysAgo !== undefined && (within === undefined || daysAgo < within);
}
