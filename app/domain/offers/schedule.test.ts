import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { momentOf, scheduleState } from "./schedule";

describe("moments", () => {
  test.each([
    ["an ordinary time", "2026-11-21T09:00", "Europe/London", "2026-11-21T09:00:00.000Z"],
    ["in summer time", "2026-07-01T09:00", "Europe/London", "2026-07-01T08:00:00.000Z"],
    ["skipped: the moment of the skip", "2026-03-29T01:30", "Europe/London", "2026-03-29T01:00:00.000Z"],
    ["skipped in New York", "2026-03-08T02:00", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["shown twice: the first", "2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00.000Z"],
    ["shown twice in New York", "2026-11-01T01:00", "America/New_York", "2026-11-01T05:00:00.000Z"],
    ["a half-hour change", "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
    ["a quarter-hour zone", "2026-11-21T09:00", "Asia/Kathmandu", "2026-11-21T03:15:00.000Z"],
  ])("%s", (_case, wallClock, zone, moment) => {
    expect(new Date(momentOf(wallClock, zone)).toISOString()).toBe(moment);
  });

  test.each([["2026-11-21T09:00", "Moon/Base"], ["2026-13-01T09:00", "Europe/London"], ["soon", "Europe/London"]])("%s in %s is none", (wallClock, zone) => {
    expect(() => momentOf(wallClock, zone)).toThrow(RangeError);
  });
});

test.each([
  [{ startsAt: null, endsAt: null }, "live"], [{ startsAt: "2026-11-21T12:00", endsAt: null }, "live"], [{ startsAt: "2026-11-21T12:01", endsAt: null }, "before"],
  [{ startsAt: null, endsAt: "2026-11-21T12:00" }, "after"], [{ startsAt: null, endsAt: "2026-11-21T12:01" }, "live"], [{ startsAt: "2026-11-20T00:00", endsAt: "2026-11-21T12:00" }, "after"],
] as const)("at noon %j is %s", (schedule, state) => {
  expect(scheduleState(schedule, "Europe/London", new Date("2026-11-21T12:00:00Z"))).toBe(state);
});

const zones = [
  "Europe/London", "Europe/Berlin", "Europe/Dublin", "Europe/Chisinau", "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion",
  "America/Sao_Paulo", "Africa/Cairo", "Africa/Casablanca", "Asia/Jerusalem", "Asia/Beirut", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "America/Nuuk",
];

/** Every moment of 2026 to 2028 at which a zone's clock changes, to the minute. */
function clockChanges(zone: string): number[] {
  const minute = 60_000;
  const offsetAt = (at: number) => DateTime.fromMillis(at, { zone }).offset;
  const changes: number[] = [];
  for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 1440 * minute) {
    if (offsetAt(day) === offsetAt(day + 1440 * minute)) continue;
    let before = day;
    let after = day + 1440 * minute;
    while (after - before > minute) {
      const middle = before + Math.floor((after - before) / 2 / minute) * minute;
      if (offsetAt(middle) === offsetAt(day)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

describe("across every clock change of 2026 to 2028 a start and an end come once each", () => {
  test.each(zones)("%s", (zone) => {
    for (const change of clockChanges(zone)) {
      const noonBefore = DateTime.fromMillis(change, { zone }).minus({ hours: 3 }).startOf("hour");
      for (let quarter = 0; quarter < 28; quarter += 1) {
        // Wall-clock times as a person writes them, those that the clock skips or shows twice among them.
        const wall = DateTime.fromISO(noonBefore.toFormat("yyyy-MM-dd'T'HH:mm"), { zone: "utc" }).plus({ minutes: quarter * 15 });
        const schedule = { startsAt: wall.toFormat("yyyy-MM-dd'T'HH:mm"), endsAt: wall.plus({ minutes: 45 }).toFormat("yyyy-MM-dd'T'HH:mm") };
        const states: string[] = [];
        for (let at = change - 6 * 3_600_000; at <= change + 8 * 3_600_000; at += 5 * 60_000) {
          const state = scheduleState(schedule, zone, new Date(at));
          if (states.at(-1) !== state) states.push(state);
        }
        expect([["before", "live", "after"], ["before", "after"]], `${zone} ${schedule.startsAt}`).toContainEqual(states);
      }
    }
  });

  test("there are such changes", () => {
    expect(clockChanges("Europe/London")).toHaveLength(6);
    expect(clockChanges("Asia/Tokyo")).toHaveLength(0);
  });
});
