import { expect, test } from "vitest";
import { buildContent } from "../../../test/support/domain-builders";
import type { OfferContent } from "./offer";
import { offersToJson, parseOffersJson } from "./offer-json";

const plain = buildContent({ name: "Plain", shippingMinor: 0, discount: { kind: "percentage", percent: 10 } });
const file = (changes: object) => JSON.stringify({ ...(JSON.parse(offersToJson([plain], "GBP")) as object), ...changes }); // our own text

test("offers come back from a file as they were", () => {
  const offers = [plain, buildContent({ name: "With shipping", shippingMinor: 500 })];
  expect(parseOffersJson(offersToJson(offers, "GBP"), "GBP")).toEqual({ ok: true, offers });
});

test("without amounts, offers move between currencies", () => {
  expect(parseOffersJson(offersToJson([plain], "EUR"), "GBP")).toMatchObject({ ok: true });
});

const coupon = { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: null } as const;
const foreign = (strategy: OfferContent["strategy"]) => offersToJson([buildContent({ shippingMinor: 0, discount: { kind: "none" }, strategy })], "EUR");

test("a coupon of a percentage moves between currencies", () => {
  expect(parseOffersJson(foreign(coupon), "GBP")).toMatchObject({ ok: true });
});

test.each([
  ["no JSON", "{", "", "not JSON"],
  ["a rule's file", file({ format: "encore-rule" }), "format", "no exported offers"],
  ["a later version", file({ version: 2 }), "version", "version 1, not 2"],
  ["an offer with a fault", file({ offers: [{ ...plain, title: "" }] }), "offers.0.title", "may not be empty"],
  ["a field of a later version", file({ offers: [{ ...plain, mood: "good" }] }), "offers.0.mood", "knows no such field"],
  ["no offers", file({ offers: [] }), "offers", "no offer in it"],
  ["too many", file({ offers: Array.from({ length: 51 }, () => plain) }), "offers", "At most 50"],
  ["amounts of another currency", offersToJson([buildContent({ shippingMinor: 500 })], "EUR"), "currency", "in EUR"],
  ["a coupon's amount of another currency", foreign({ ...coupon, discount: { kind: "fixed", amountMinor: 500 } }), "currency", "in EUR"],
  ["a coupon's least purchase in another currency", foreign({ ...coupon, minSubtotalMinor: 2_000 }), "currency", "in EUR"],
])("%s is refused where it is wrong", (_, text, path, message) => {
  const parsed = parseOffersJson(text, "GBP");
  expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ path, message: expect.stringContaining(message) as string }]);
});
