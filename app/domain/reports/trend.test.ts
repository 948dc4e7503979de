import { expect, test } from "vitest";
import { trendOf } from "./trend";

test.each([
  [100, 112, undefined, { code: "more", share: 0.12 }],
  [200, 150, undefined, { code: "less", share: 0.25 }],
  [50, 50, undefined, { code: "same" }],
  [1_000, 1_001, undefined, { code: "same" }],
  [20, 40, undefined, { code: "more", share: 1 }],
  [19, 40, undefined, { code: "was", before: 19 }],
  [0, 3, undefined, { code: "was", before: 0 }],
  [12_345, 24_690, 5, { code: "was", before: 12_345 }],
  [-500, 900, 30, { code: "was", before: -500 }],
  [12_345, 24_690, 30, { code: "more", share: 1 }],
])("from %i to %i (%s counted) is %o", (before, after, counted, expected) => {
  expect(trendOf(before, after, counted)).toMatchObject(expected);
});
