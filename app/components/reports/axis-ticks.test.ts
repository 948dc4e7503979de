import { expect, test } from "vitest";
import { axisTicks } from "./axis-ticks";

test.each([
  ["pounds and pence", 0, 3_400, 100, [0, 1_000, 2_000, 3_000, 4_000]],
  ["less than a pound", 0, 40, 100, [0, 100]],
  ["nothing", 0, 0, 100, [0, 100]],
  ["a step of two", 0, 700, 100, [0, 200, 400, 600, 800]],
  ["yen", 0, 45_000, 1, [0, 20_000, 40_000, 60_000]],
  ["more taken back than added", -250, 900, 100, [-500, 0, 500, 1_000]],
])("marks %s at whole amounts", (_, least, most, unit, ticks) => {
  expect(axisTicks(least, most, unit)).toEqual(ticks);
});
