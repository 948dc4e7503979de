import { expect, test } from "vitest";
import { describeCourtesyReason } from "./describe-reason";
import type { CourtesyReason } from "./reason";

const until = "2026-12-03T23:30:00.000Z";

test.each<[CourtesyReason, string]>([
  [{ code: "quietAfterDecline", until }, "Quiet until 4 December 2026 after the customer said no."],
  [{ code: "impressionCap", impressions: 4, cap: 4, until }, "4 offers in 30 days, at most 4; again from 4 December 2026."],
  [{ code: "funnelEnded", pages: 1 }, "1 page was shown on this purchase already."],
  [{ code: "openCase", kind: "dispute", openedAt: until }, "A dispute is open since 4 December 2026."],
  [{ code: "giftOrder", confidence: "likely" }, "The order is likely a gift, so nothing personal is offered."],
  [{ code: "giftOrder", confidence: "certain" }, "The order is a gift, so nothing personal is offered."],
  [{ code: "tooLittleEvidence", productId: 1, orders: 1, customers: 1, minOrders: 5, minCustomers: 3 }, "Only 1 order of 1 customer speak for it; 5 orders of 3 customers are needed."],
  [{ code: "otherPriceShown", productId: 1, variantId: 2, shownMinor: 950, offerId: "a" }, "Another offer shows this customer €9.50 for it."],
])("%o", (reason, sentence) => {
  expect(describeCourtesyReason(reason, { currency: "EUR", locale: "en-GB", timeZone: "Europe/Berlin" })).toBe(sentence);
});
