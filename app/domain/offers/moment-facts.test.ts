import { expect, test } from "vitest";
import { momentFacts } from "./schedule";

test.each([
  ["2026-11-21T23:30:00Z", "Europe/London", { date: "2026-11-21", minute: 1_410, weekday: 6 }],
  ["2026-11-21T23:30:00Z", "Asia/Tokyo", { date: "2026-11-22", minute: 510, weekday: 7 }],
  ["2026-11-22T00:30:00Z", "America/New_York", { date: "2026-11-21", minute: 1_170, weekday: 6 }],
  // The clock goes back at 02:00: half past one comes twice, and reads the same.
  ["2026-10-25T00:30:00Z", "Europe/London", { date: "2026-10-25", minute: 90, weekday: 7 }],
  ["2026-10-25T01:30:00Z", "Europe/London", { date: "2026-10-25", minute: 90, weekday: 7 }],
])("%s in %s", (moment, zone, shown) => {
  expect(momentFacts(new Date(moment), zone)).toEqual(shown);
});

test("a zone that is none is refused", () => {
  expect(() => momentFacts(new Date(0), "Mars/Olympus")).toThrow(RangeError);
});
