import { describe, expect, test } from "vitest";
import { buildPurchase } from "../../../test/support/courtesy-builders";
import { giftConfidence, isBoughtForOthers, type GiftSignals } from "./gift";
import type { PastPurchase } from "./history";
import type { GiftConfidence } from "./gift-confidence";

const none: GiftSignals = { namesDiffer: null, hasGiftNote: null, hasGiftWrap: null, hasGiftAttribute: null };

test.each<[Partial<GiftSignals>, GiftConfidence | null]>([
  [{}, null],
  [{ namesDiffer: false, hasGiftNote: false, hasGiftWrap: false, hasGiftAttribute: false }, null],
  [{ namesDiffer: true }, "likely"],
  [{ hasGiftNote: true }, "likely"],
  [{ namesDiffer: true, hasGiftNote: true }, "likely"],
  [{ hasGiftWrap: true }, "certain"],
  [{ namesDiffer: true, hasGiftAttribute: true }, "certain"],
])("%o is a gift: %s", (signals, confidence) => {
  expect(giftConfidence({ ...none, ...signals })).toBe(confidence);
});

describe("bought for others", () => {
  const gift = (orderId: number, productId = 300) => buildPurchase({ orderId, productId, gift: "likely" });
  const own = (orderId: number, productId = 300) => buildPurchase({ orderId, productId });
  test.each<[string, PastPurchase[], GiftConfidence | null, boolean]>([
    ["never bought", [gift(1)], "possible", false],
    ["only in gift orders", [gift(1, 200), gift(2, 200)], "likely", true],
    ["only in gift orders, where gifts do not count", [gift(1, 200)], null, false],
    ["in a gift order and for oneself", [gift(1, 200), own(2, 200)], "likely", false],
    ["once by one who buys for others", [own(1, 200), gift(2), gift(3)], "possible", true],
    ["once by one of whose orders half are gifts", [own(1, 200), own(4), gift(2), gift(3)], "possible", true],
    ["once by one who buys for others, where that is too little", [own(1, 200), gift(2), gift(3)], "likely", false],
    ["twice by one who buys for others", [own(1, 200), own(4, 200), gift(2), gift(3)], "possible", false],
    ["once by one with a single gift", [own(1, 200), gift(2)], "possible", false],
    ["once by one with few gifts", [own(1, 200), own(4), own(5), gift(2), gift(3)], "possible", false],
  ])("%s", (_case, purchases, threshold, expected) => {
    expect(isBoughtForOthers(200, purchases, threshold)).toBe(expected);
  });
});
