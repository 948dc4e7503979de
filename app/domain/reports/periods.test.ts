import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketsOf, dayOf, precedingPeriod, presetPeriod, PRESETS } from "./periods";
import { average, change, rate } from "./rates";

const now = new Date("2026-11-21T23:30:00Z");

test.each([
  ["last7", "Europe/London", "2026-11-15", "2026-11-21", "2026-11-15T00:00:00.000Z", "2026-11-22T00:00:00.000Z"],
  ["last7", "Asia/Tokyo", "2026-11-16", "2026-11-22", "2026-11-15T15:00:00.000Z", "2026-11-22T15:00:00.000Z"],
  ["last30", "America/New_York", "2026-10-23", "2026-11-21", "2026-10-23T04:00:00.000Z", "2026-11-22T05:00:00.000Z"],
  ["last90", "Europe/London", "2026-08-24", "2026-11-21", "2026-08-23T23:00:00.000Z", "2026-11-22T00:00:00.000Z"],
  ["thisMonth", "Europe/London", "2026-11-01", "2026-11-21", "2026-11-01T00:00:00.000Z", "2026-11-22T00:00:00.000Z"],
] as const)("%s in %s", (preset, zone, firstDay, lastDay, from, to) => {
  expect(presetPeriod(preset, zone, now)).toEqual({ firstDay, lastDay, from: new Date(from), to: new Date(to) });
});

test.each([
  ["is of 23 hours where the clock goes forward", "Europe/London", "2026-03-29", "2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z"],
  ["is of 25 hours where it goes back", "Europe/London", "2026-10-25", "2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z"],
  ["begins when the clock goes on where its midnight is skipped", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z"],
])("a day %s", (_, zone, day, from, to) => {
  const period = presetPeriod("last7", zone, new Date(`${day}T12:00:00Z`));
  expect(bucketsOf(period, zone).at(-1)).toEqual({ day, from: new Date(from), to: new Date(to) });
});

test("the period before is as long and touches", () => {
  const period = presetPeriod("last30", "Europe/London", now);
  expect(precedingPeriod(period, "Europe/London")).toMatchObject({ firstDay: "2026-09-23", lastDay: "2026-10-22", to: period.from });
});

test.each([["last7", 7], ["last90", 90], ["thisMonth", 21]] as const)("%s is %i bars", (preset, bars) => {
  expect(bucketsOf(presetPeriod(preset, "Europe/London", now), "Europe/London")).toHaveLength(bars);
});

test("bars cover their period without gap or overlap in every zone", () => {
  const zone = fc.constantFrom("Europe/London", "America/New_York", "Africa/Cairo", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana", "Pacific/Auckland");
  fc.assert(fc.property(zone, fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true }), fc.constantFrom(...PRESETS), (timeZone, moment, preset) => {
    const period = presetPeriod(preset, timeZone, moment);
    const bars = bucketsOf(period, timeZone);
    expect(period.from.getTime()).toBeLessThanOrEqual(moment.getTime());
    expect(period.to.getTime()).toBeGreaterThan(moment.getTime());
    expect(bars[0]?.from).toEqual(period.from);
    expect(bars.at(-1)?.to).toEqual(period.to);
    bars.slice(1).forEach((bar, index) => expect(bar.from).toEqual(bars[index]?.to));
    expect(dayOf(period.from, timeZone)).toBe(period.firstDay);
  }), { numRuns: 100 });
});

describe("figures refuse to speak of nothing", () => {
  test.each([[1, 4, 0.25], [0, 4, 0], [0, 0, null], [3, 0, null]])("rate of %i in %i", (part, whole, expected) => {
    expect(rate(part, whole)).toBe(expected);
  });
  test.each([[1_001, 2, 501], [0, 3, 0], [100, 0, null]])("average of %i over %i", (minor, count, expected) => {
    expect(average(minor, count)).toBe(expected);
  });
  test.each([[100, 110, 0.1], [100, 0, -1], [0, 10, null], [-5, 10, null]])("change from %i to %i", (before, after, expected) => {
    expect(change(before, after)).toBe(expected);
  });
});
