import { DateTime } from "luxon";

/** A time as REST payloads write it: in the shop's zone, with its offset, to the second. */
export function restTime(epochMs: number, timezone: string): string {
  return DateTime.fromMillis(Math.floor(epochMs / 1000) * 1000, { zone: timezone }).toISO({ suppressMilliseconds: true, includeOffset: true }) ?? new Date(epochMs).toISOString();
}
