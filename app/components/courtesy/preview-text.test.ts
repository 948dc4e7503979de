import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { keptTexts, previewTexts } from "./preview-text";
import type { PreviewFigures } from "./preview-text";

const { t } = textsIn("en");
const figures = (seen: number, wouldHaveSeen: number, all: Partial<PreviewFigures["all"]> = {}): PreviewFigures =>
  ({ days: 30, seen, wouldHaveSeen, all: { seen, wouldHaveSeen, customers: 1, affected: 1, keptBy: [], ...all } });

test.each([
  [figures(0, 0), "No customer has seen an offer in the last 30 days. Once some have, an example of your own shop stands here."],
  [figures(1, 1), "With these limits, nothing changes for your busiest customer of the last 30 days, who saw 1 offer."],
  [figures(4, 4), "With these limits, your busiest customer of the last 30 days would still have seen all 4 offers."],
  [figures(11, 3), "With these limits, your busiest customer of the last 30 days would have seen 3 offers instead of 11."],
  [figures(2, 0), "With these limits, your busiest customer of the last 30 days would have seen no offer instead of 2."],
])("%o", (preview, text) => {
  expect(previewTexts(t, preview)).toEqual([text]);
});

test("where no limit would have changed anything, that is all that is said", () => {
  expect(previewTexts(t, figures(3, 3, { seen: 40, wouldHaveSeen: 40, customers: 20, affected: 0 }))[1]).toBe("Your 20 busiest customers together: all 40 offers, as before.");
});

test("several customers are told of together, with what kept their offers back", () => {
  const preview = figures(11, 3, {
    seen: 120, wouldHaveSeen: 90, customers: 40, affected: 12,
    keptBy: [{ code: "impressionCap", offers: 20 }, { code: "declinedOffer", offers: 6 }, { code: "funnelEnded", offers: 4 }],
  });
  expect(previewTexts(t, preview)[1]).toBe("Your 40 busiest customers together: 90 offers instead of 120; 12 of them would have seen fewer.");
  expect(keptTexts(t, preview)).toEqual(["Offers in 30 days: 20 kept back", "What always holds: 10 kept back"]);
});
