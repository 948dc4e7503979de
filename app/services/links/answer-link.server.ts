import { recordDecline } from "../../data/decisions/decisions.server";
import type { LandingState } from "../../domain/links/landing-page";
import { ownPath } from "../../domain/links/own-path";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import type { ShopId } from "../../domain/shops/shop-id";
import { optIn, optOut } from "../courtesy/opt-out.server";
import { makeChoice } from "../placements/make-choice.server";
import { findOwnDecision } from "../placements/own-decision.server";
import { callerOf, stateBehindLink } from "./behind-link.server";
import type { BehindLink } from "./behind-link.server";

/** What a form on the page asks. Each may be sent again without doing more: a signature of the proxy's can be. */
export type LinkAnswer =
  | { intent: "buy"; decisionId: string; variantId: number; quantity: number }
  | { intent: "coupon" | "look" | "decline"; decisionId: string }
  | { intent: "optOut" | "optIn" };

/** A path of the shop's own to go to, or what the page says now. */
export type LinkOutcome = { path: string } | { state: LandingState };

/** Carries out what somebody asks who holds an order's link. */
export async function answerLink(shop: ShopId, behind: BehindLink, answer: LinkAnswer, language: ShopperLanguage, now: Date): Promise<LinkOutcome> {
  const { customerKey } = behind.order;
  switch (answer.intent) {
    case "optOut":
      if (customerKey !== null) await optOut(shop, customerKey, now);
      return { state: { kind: "optedOut" } };
    case "optIn":
      if (customerKey !== null) await optIn(shop, customerKey, now);
      return { state: { kind: "optedIn" } };
    case "decline": {
      const decision = await ownDecision(shop, behind, answer.decisionId);
      if (decision) await recordDecline(shop, decision.id, decision.referenceId, now);
      return { state: { kind: "nothing" } };
    }
    case "look": {
      const decision = await ownDecision(shop, behind, answer.decisionId);
      const path = decision?.block?.kind === "link" ? ownPath(decision.block.url, [shop]) : null;
      return path === null ? { state: { kind: "nothing" } } : { path };
    }
    case "buy": return choose(shop, behind, answer.decisionId, [{ variantId: answer.variantId, quantity: answer.quantity }], language, now);
    case "coupon": return choose(shop, behind, answer.decisionId, [], language, now);
  }
}

async function choose(shop: ShopId, behind: BehindLink, decisionId: string, items: { variantId: number; quantity: number }[], language: ShopperLanguage, now: Date): Promise<LinkOutcome> {
  const reply = await makeChoice(callerOf(shop, behind), { decisionId, checkoutToken: behind.reference, items }, now);
  if ("refused" in reply) {
    const state = await stateBehindLink(shop, behind, language, true, now);
    return { state: state.kind === "offer" ? { ...state, refused: true } : { kind: reply.refused === "expired" ? "ended" : "nothing" } };
  }
  if (reply.kind === "coupon") return { state: { kind: "coupon", code: reply.code, expiresAt: reply.expiresAt } };
  const path = ownPath(reply.checkoutUrl, [shop]);
  return path === null ? { state: { kind: "nothing" } } : { path };
}

async function ownDecision(shop: ShopId, behind: BehindLink, decisionId: string) {
  return findOwnDecision(callerOf(shop, behind), { decisionId, checkoutToken: behind.reference });
}
