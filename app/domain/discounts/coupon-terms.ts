import type { OfferStrategy } from "../strategies/strategy";

export type CouponStrategy = Extract<OfferStrategy, { kind: "coupon" }>;

const dayMs = 24 * 60 * 60 * 1000;

/** What one discount at Shopify can say for many codes: its value and its least subtotal. How long is the pool's end. */
export type CouponTerms = Pick<CouponStrategy, "discount" | "minSubtotalMinor">;

/** The same terms have the same text, by which coupons are pooled. */
export function termsText({ discount, minSubtotalMinor }: CouponTerms): string {
  const value = discount.kind === "percentage" ? `p${discount.percent}` : discount.kind === "fixed" ? `f${discount.amountMinor}` : "s";
  return minSubtotalMinor === null ? value : `${value} m${minSubtotalMinor}`;
}

/** The terms of a text; throws a RangeError for another text. */
export function parseTerms(text: string): CouponTerms {
  const match = /^(?:([pf])(\d+)|s)(?: m(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`Not a coupon's terms: ${text}`);
  const [, kind, value, least] = match;
  return {
    discount: kind === "p" ? { kind: "percentage", percent: Number(value) } : kind === "f" ? { kind: "fixed", amountMinor: Number(value) } : { kind: "freeShipping" },
    minSubtotalMinor: least === undefined ? null : Number(least),
  };
}

/**
 * When a coupon that is given now for so many days ends: at the first midnight between Sunday and Monday (UTC) after
 * them. The end belongs to the discount that all its codes share, so coupons of one week share theirs: a coupon holds as
 * long as was said, and up to a week longer.
 */
export function poolEnd(now: Date, validDays: number): Date {
  const least = now.getTime() + validDays * dayMs;
  // Day 0 of the epoch was a Thursday; the Monday after it was day 4.
  const week = Math.ceil((least / dayMs - 4) / 7);
  return new Date((week * 7 + 4) * dayMs);
}
