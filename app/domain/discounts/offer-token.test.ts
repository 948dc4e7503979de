import { expect, test } from "vitest";
import type { OfferClaim } from "./offer-claim";
import { claimTag, parseSignedText, signedText } from "./offer-token";

const claimId = "019aa5c2-7b1e-7c34-9f21-0123456789ab";
const claim = (over: Partial<OfferClaim> = {}): OfferClaim => ({
  claimId, variantId: 40_100_000_000_001, quantity: 2, saving: { kind: "percentage", percent: 15 }, expiresAt: new Date("2026-11-22T13:20:00Z"), ...over,
});

test("what is signed names the claim, the variant, the units, the saving and the end", () => {
  expect(signedText(claim(), "Europe/London")).toBe("1.AZqlwnsefDSfIQEjRWeJqw.40100000000001.2.p15.2026112214");
  expect(parseSignedText(signedText(claim(), "Europe/London"))).toEqual({ claimId, variantId: 40_100_000_000_001, quantity: 2 });
});

test.each([
  ["GBP", 1_250, "f1250e2"], ["JPY", 300, "f300e0"], ["KWD", 1_250, "f1250e3"],
])("an amount of %s carries its decimals", (currency, minor, text) => {
  expect(signedText(claim({ saving: { kind: "fixed", amount: { minor, currency, exponent: 2 } } }), "UTC").split(".")[4]).toBe(text);
});

test.each([
  ["Europe/London", "2026-11-22T14:00:00.000Z", "2026112214"],
  ["Europe/London", "2026-11-22T14:00:00.001Z", "2026112216"],
  ["Europe/London", "2026-11-22T22:30:00Z", "2026112300"],
  ["Asia/Tokyo", "2026-12-31T14:59:59Z", "2027010100"],
  ["America/St_Johns", "2026-11-22T15:00:00Z", "2026112212"],
  // The clock goes back at 2:00: the second half past one ends where the first does.
  ["Europe/London", "2026-10-25T00:30:00Z", "2026102502"],
  ["Europe/London", "2026-10-25T01:30:00Z", "2026102502"],
])("in %s the end %s is rounded up to %s", (zone, end, until) => {
  expect(signedText(claim({ expiresAt: new Date(end) }), zone).split(".")[5]).toBe(until);
});

test.each([["a claim id that is no UUID", { claimId: "abc" }], ["no units", { quantity: 0 }], ["too many units", { quantity: 101 }], ["half a unit", { quantity: 0.5 }]])(
  "%s cannot be signed", (_name, over) => {
    expect(() => signedText(claim(over), "UTC")).toThrow(RangeError);
  });

test.each(["", "1", "2.AZqlwnsefDSfIQEjRWeJqw.1.1.p15.2026112214", "1.AZql.1.1.p15.2026112214", "1.AZqlwnsefDSfIQEjRWeJqw.x.1.p15.2026112214", "1.AZqlwnsefDSfIQEjRWeJqw.1.1.p15.20261122"])(
  "%j is no signed text", (text) => {
    expect(parseSignedText(text)).toBeNull();
  });

test("claims made in the same millisecond have tags of their own", () => {
  expect(claimTag(claimId)).toHaveLength(8);
  expect(claimTag(claimId)).not.toBe(claimTag("019aa5c2-7b1e-7c34-9f21-0123456789ac"));
});
