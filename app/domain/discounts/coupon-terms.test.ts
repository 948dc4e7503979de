import fc from "fast-check";
import { expect, test } from "vitest";
import { CODE_BYTES, codeText } from "./coupon-code";
import { parseTerms, poolEnd, termsText } from "./coupon-terms";
import type { CouponTerms } from "./coupon-terms";

const day = 24 * 60 * 60 * 1000;

test.each<[CouponTerms, string]>([
  [{ discount: { kind: "percentage", percent: 15 }, minSubtotalMinor: null }, "p15"],
  [{ discount: { kind: "fixed", amountMinor: 500 }, minSubtotalMinor: 2_000 }, "f500 m2000"],
  [{ discount: { kind: "freeShipping" }, minSubtotalMinor: null }, "s"],
])("terms %j are pooled as %j, and read back", (terms, text) => {
  expect(termsText(terms)).toBe(text);
  expect(parseTerms(text)).toEqual(terms);
});

test.each(["", "p", "x5", "p5 m", "p-5", "p5 m2 "])("%j are no terms", (text) => {
  expect(() => parseTerms(text)).toThrow(RangeError);
});

test.each([
  // 2026-11-22 is a Sunday.
  ["2026-11-22T10:00:00Z", 14, "2026-12-07T00:00:00Z"],
  ["2026-11-23T00:00:00Z", 14, "2026-12-07T00:00:00Z"],
  ["2026-11-23T00:00:01Z", 14, "2026-12-14T00:00:00Z"],
  ["2026-11-22T23:59:59Z", 1, "2026-11-30T00:00:00Z"],
])("a coupon given at %s for %i days ends at %s", (now, days, end) => {
  expect(poolEnd(new Date(now), days).toISOString()).toBe(new Date(end).toISOString());
});

test("a coupon holds as long as was said, and less than a week longer", () => {
  fc.assert(fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }), fc.integer({ min: 1, max: 365 }), (now, days) => {
    const more = poolEnd(now, days).getTime() - now.getTime() - days * day;
    return more >= 0 && more < 7 * day;
  }));
});

test("a code spells every bit of its chance that it has room for", () => {
  expect(codeText(new Uint8Array(CODE_BYTES))).toBe("00000-00000-00000-00000-000000");
  expect(codeText(new Uint8Array(CODE_BYTES).fill(255))).toBe("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ");
  fc.assert(fc.property(fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES }), fc.nat(129), (bytes, bit) => {
    const changed = Uint8Array.from(bytes);
    const at = CODE_BYTES - 1 - Math.floor(bit / 8);
    changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
    return codeText(bytes) !== codeText(changed);
  }));
  expect(() => codeText(new Uint8Array(16))).toThrow(RangeError);
});
