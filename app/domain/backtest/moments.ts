import type { Placement } from "../offers/placement";
import { unreachableReason, type ReachFacts, type UnreachableReason } from "./unreachable";

/**
 * The pages that an order passes, in the order in which a shopper comes to them. Other placements are visited at times
 * that leave no trace on orders, so nothing can be said of them.
 */
const PASSED: readonly string[] = ["checkout", "post-purchase", "thank-you", "order-status"];

/** How long what a page showed stays open, in hours; as the pages themselves keep it. */
const OPEN_HOURS: Partial<Record<Placement, number>> = { checkout: 1, "post-purchase": 0.5, "thank-you": 2, "order-status": 72 };

/** When an offer shown on a page is open no more. */
export function openUntil(placement: Placement, shownAt: Date): Date {
  return new Date(shownAt.getTime() + (OPEN_HOURS[placement] ?? 0) * 3_600_000);
}

/** Whether the order stands when a page asks, so that it is known whether it looks like a gift. */
export function knowsOrder(placement: Placement): boolean {
  return placement === "thank-you" || placement === "order-status";
}

/** Whether past orders tell when a placement was visited. */
export function isReplayable(placement: Placement): boolean {
  return PASSED.includes(placement);
}

/** Those of the placements that an order passes, each once, the first first. */
export function placementsPassed(placements: Iterable<Placement>): Placement[] {
  return [...new Set(placements)].filter(isReplayable).sort((one, other) => PASSED.indexOf(one) - PASSED.indexOf(other));
}

/**
 * The first sure or likely cause that kept a page from an order, or null when the mirror shows none: Shopify's conditions
 * for a one-click page; for the other pages that the order went through a checkout of the store at all.
 */
export function unreachableAt(placement: Placement, order: ReachFacts, shopCurrency: string): UnreachableReason | null {
  const reason = unreachableReason(order, shopCurrency);
  return placement === "post-purchase" || reason === "test" || reason === "otherChannel" ? reason : null;
}
