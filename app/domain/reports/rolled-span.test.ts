import { expect, test } from "vitest";
import { splitSpan, wholeDays } from "./rolled-span";

const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);
const day = { from: at("00:00"), to: at("23:00") };

test("all is counted where nothing is rolled up, or only what lies before", () => {
  expect(splitSpan(day, null, [])).toEqual({ rolled: null, live: [day] });
  expect(splitSpan(day, at("00:00"), [])).toEqual({ rolled: null, live: [day] });
});

test("what is rolled up is not counted again, but for the quarters that changed", () => {
  expect(splitSpan(day, at("12:00"), [at("03:15"), at("14:00")])).toEqual({
    rolled: { from: at("00:00"), to: at("12:00") },
    live: [{ from: at("03:15"), to: at("03:30") }, { from: at("12:00"), to: at("23:00") }],
  });
});

test("a span that ends before has nothing left to count", () => {
  expect(splitSpan(day, at("23:45"), [])).toEqual({ rolled: day, live: [] });
});

test("parts of a quarter at either end are counted", () => {
  expect(splitSpan({ from: at("00:05"), to: at("01:10") }, at("12:00"), [])).toEqual({
    rolled: { from: at("00:15"), to: at("01:00") },
    live: [{ from: at("00:05"), to: at("00:15") }, { from: at("01:00"), to: at("01:10") }],
  });
});

test.each([
  ["2026-11-20T10:15", "2026-11-23T08:00", ["2026-11-21", "2026-11-23"]],
  ["2026-11-21T00:00", "2026-11-22T00:00", ["2026-11-21", "2026-11-22"]],
  ["2026-11-21T00:15", "2026-11-22T23:45", null],
])("the whole days from %s to %s", (from, to, days) => {
  const span = { from: new Date(`${from}Z`), to: new Date(`${to}Z`) };
  const [first = span.to, end = span.to] = (days ?? []).map((day) => new Date(`${day}T00:00Z`));
  expect(wholeDays(span)).toEqual({ from: first, to: end });
});
