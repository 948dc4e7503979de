import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { gapLines } from "./gap-lines";

const { t } = textsIn("en");

test("bars are as long as they count, and say so in numbers", () => {
  expect(gapLines(t, [{ from: 1, to: 7, purchases: 1_500, share: 0.746 }, { from: 8, to: 14, purchases: 750, share: 0.249 }, { from: 366, to: null, purchases: 15, share: 0.0015 }])).toEqual([
    { label: "1 to 7 days", purchases: "1,500", share: "75%", length: 100 },
    { label: "8 to 14 days", purchases: "750", share: "25%", length: 50 },
    { label: "More than a year", purchases: "15", share: "under 1%", length: 1 },
  ]);
});

test("an empty step reads as none", () => {
  expect(gapLines(t, [{ from: 1, to: 7, purchases: 2, share: 1 }, { from: 8, to: 14, purchases: 0, share: 0 }])[1]).toEqual({ label: "8 to 14 days", purchases: "0", share: "0%", length: 0 });
});
