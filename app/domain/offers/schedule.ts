import { DateTime } from "luxon";
import type { MomentFacts } from "../orders/fact-groups";
import type { Schedule } from "./offer";

/** Epoch milliseconds, the start included and the end not; an open end is infinite. */
export interface Window {
  startsAt: number;
  endsAt: number;
}

/** The moments between which a schedule is live on a shop's clock; throws a RangeError for a zone or time that is none. */
export function windowOf(schedule: Schedule, timeZone: string): Window {
  return {
    startsAt: schedule.startsAt === null ? -Infinity : momentOf(schedule.startsAt, timeZone),
    endsAt: schedule.endsAt === null ? Infinity : momentOf(schedule.endsAt, timeZone),
  };
}

export function scheduleState(schedule: Schedule, timeZone: string, now: Date): "before" | "live" | "after" {
  if (schedule.startsAt === null && schedule.endsAt === null) return "live";
  const { startsAt, endsAt } = windowOf(schedule, timeZone);
  if (now.getTime() >= endsAt) return "after";
  return now.getTime() < startsAt ? "before" : "live";
}

/** Of this minute, by zone: offsets are whole minutes, and a decision a zone and minute is enough to work them out. */
let factsOfMinute = { minute: NaN, byZone: new Map<string, MomentFacts>() };

/** What a zone's clock and calendar show at a moment; throws a RangeError for a zone that is none. */
export function momentFacts(now: Date, timeZone: string): MomentFacts {
  const minute = Math.floor(now.getTime() / 60_000);
  if (minute !== factsOfMinute.minute) factsOfMinute = { minute, byZone: new Map() };
  const known = factsOfMinute.byZone.get(timeZone);
  if (known) return known;
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`Not a time zone: ${timeZone}`);
  const facts = { date: local.toFormat("yyyy-MM-dd"), minute: local.hour * 60 + local.minute, weekday: local.weekday };
  factsOfMinute.byZone.set(timeZone, facts);
  return facts;
}

/** What a zone's clock shows at a moment ("2026-11-21T09:00"), as schedules write it; throws a RangeError for a zone that is none. */
export function wallClockOf(now: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(now, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`Not a time zone: ${timeZone}`);
  return local.toFormat("yyyy-MM-dd'T'HH:mm");
}

const moments = new Map<string, number>();

/**
 * The first moment at which a zone's clock shows a wall-clock time or a later one. So a time that the clock skips is
 * the moment of the skip, a time that it shows twice is the first of the two, and each boundary comes exactly once.
 */
export function momentOf(wallClock: string, timeZone: string): number {
  const key = `${timeZone} ${wallClock}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const moment = computeMoment(wallClock, timeZone);
  if (moments.size < 10_000) moments.set(key, moment);
  return moment;
}

function computeMoment(wallClock: string, timeZone: string): number {
  const local = DateTime.fromISO(wallClock, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`Not a time in ${timeZone}: ${wallClock}`);
  // Luxon moves a skipped time forward by the length of the skip.
  const skipped = local.toFormat("yyyy-MM-dd'T'HH:mm") !== wallClock.slice(0, 16);
  if (skipped) return changeBefore(local);
  return Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis()));
}

/** The moment of the last change of the clock before a time, which has to be within two days. */
function changeBefore(local: DateTime): number {
  const { zone, offset } = local;
  let before = local.toMillis() - 48 * 3_600_000;
  let after = local.toMillis();
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zone.offset(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}
