import type { ChoiceReply } from "../../../app/domain/placements/contract";
import type { Problem } from "../app/problem";
import { problemOfRefusal } from "../app/problem";

export type CouponState =
  | { phase: "hidden"; problem: Problem | null }
  | { phase: "asking" }
  | { phase: "revealed"; code: string; expiresAt: string; shopUrl: string };

export type CouponEvent = { type: "asked" } | { type: "answered"; reply: ChoiceReply } | { type: "failed"; problem: Problem };

export const hiddenCoupon: CouponState = { phase: "hidden", problem: null };

/** A code is made only for a shopper who asks for it, and shown for as long as the page is open. */
export function nextCoupon(state: CouponState, event: CouponEvent): CouponState {
  switch (event.type) {
    case "asked":
      return state.phase === "hidden" ? { phase: "asking" } : state;
    case "answered":
      return state.phase === "asking" ? revealed(event.reply) : state;
    case "failed":
      return state.phase === "asking" ? { phase: "hidden", problem: event.problem } : state;
  }
}

function revealed(reply: ChoiceReply): CouponState {
  if ("refused" in reply) return { phase: "hidden", problem: problemOfRefusal(reply.refused) };
  if (reply.kind !== "coupon") return { phase: "hidden", problem: "gone" };
  const { code, expiresAt, shopUrl } = reply;
  return { phase: "revealed", code, expiresAt, shopUrl };
}
