import { expect, test } from "vitest";
import type { ChoiceReply } from "../../../app/domain/placements/contract";
import type { CouponEvent, CouponState } from "./coupon-state";
import { hiddenCoupon, nextCoupon } from "./coupon-state";

const reply: ChoiceReply = { kind: "coupon", code: "ABC", expiresAt: "2026-12-01T00:00:00Z", shopUrl: "https://shop.example" };
const after = (...events: CouponEvent[]): CouponState => events.reduce(nextCoupon, hiddenCoupon);

test("a code is shown to who asked for it, and stays", () => {
  const revealed = after({ type: "asked" }, { type: "answered", reply });
  expect(revealed).toEqual({ phase: "revealed", code: "ABC", expiresAt: "2026-12-01T00:00:00Z", shopUrl: "https://shop.example" });
  expect(nextCoupon(revealed, { type: "asked" })).toBe(revealed);
});

test("nobody is shown a code they did not ask for", () => {
  expect(after({ type: "answered", reply })).toBe(hiddenCoupon);
});

test.each<[string, CouponEvent, string]>([
  ["a refusal", { type: "answered", reply: { refused: "expired" } }, "gone"],
  ["an answer of another kind", { type: "answered", reply: { kind: "items", lines: [], discountCode: null, checkoutUrl: "" } }, "gone"],
  ["a failure", { type: "failed", problem: "offline" }, "offline"],
])("%s leaves it hidden and is said", (_case, event, problem) => {
  expect(after({ type: "asked" }, event)).toEqual({ phase: "hidden", problem });
});
