import { describe, expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { assumptionsOf } from "./assumptions-text";
import { placementName } from "./placement-name";
import { replayReasonText } from "./replay-reason-text";

const { t } = textsIn("en");

test.each<[Parameters<typeof replayReasonText>[1], string]>([
  [{ group: "shown", code: "" }, "Would have been shown"],
  [{ group: "unreachable", code: "giftCard" }, "Paid with a gift card"],
  [{ group: "offer", code: "giftCard" }, "The product is a gift card"],
  [{ group: "courtesy", code: "boughtAtFullPrice" }, "The product was bought by the customer at full price a short while ago"],
  [{ group: "courtesy", code: "impressionCap" }, "The customer had seen enough offers"],
  [{ group: "offer", code: "ruleNotMet", kind: "orderValue", path: "0" }, "The order didn’t meet its rule: order value"],
  [{ group: "offer", code: "ruleUnknown", kind: "ofALaterVersion", path: "0" }, "The page can’t know what its rule asks: ofALaterVersion"],
  [{ group: "offer", code: "ofALaterVersion" }, "ofALaterVersion"],
  [{ group: "unreachable", code: "constructor" }, "constructor"],
])("%o reads %s", (reason, text) => {
  expect(replayReasonText(t, reason)).toBe(text);
});

describe("what a replay can't tell", () => {
  const plain = { evidence: "then" as const, isDownsell: false, placements: [] };

  test("is always that acceptance can't be tested", () => {
    expect(assumptionsOf(t, plain).join(" ")).toContain("acceptance can’t be tested on the past");
  });

  test("says what was assumed of a downsell and which places aren't counted", () => {
    const unseen = { placement: "account", replayable: false, asked: 0, qualified: 0, shown: 0, displaced: 0, capped: 0 };
    expect(assumptionsOf(t, { ...plain, isDownsell: true, placements: [unseen] })).toHaveLength(assumptionsOf(t, plain).length + 2);
  });

  test("an early result does not claim to have counted purchases", () => {
    expect(assumptionsOf(t, { ...plain, evidence: "none" }).join(" ")).toContain("weren’t replayed");
  });
});

test.each([["post-purchase", "Post-purchase page"], ["ofALaterVersion", "ofALaterVersion"]])("%s is called %s", (placement, name) => {
  expect(placementName(t, placement)).toBe(name);
});
