import type { Placement } from "../offers/placement";
import type { Condition, LeafKind } from "./condition";
import { isGroup } from "./condition";

/**
 * What a placement can never tell when it decides. The post-purchase input has no discount codes, and the order that
 * carries them arrives after the page: such a condition is unknown there, so its offer would never be shown.
 */
const UNKNOWABLE: Record<Placement, readonly LeafKind[]> = { "post-purchase": ["discountCode"] };

/** Whether a placement can ever know what a kind of condition asks. */
export function isKnowable(kind: LeafKind, placement: Placement): boolean {
  return !UNKNOWABLE[placement].includes(kind);
}

/** The kinds in a tree that the placement cannot know, each once. */
export function unknowableKinds(condition: Condition, placement: Placement): LeafKind[] {
  if (isGroup(condition)) return [...new Set(condition.conditions.flatMap((part) => unknowableKinds(part, placement)))];
  return isKnowable(condition.kind, placement) ? [] : [condition.kind];
}
