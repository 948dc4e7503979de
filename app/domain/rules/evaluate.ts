import type { OrderFacts } from "../orders/order-facts";
import type { Condition, ConditionGroup } from "./condition";
import { isGroup } from "./condition";
import { evaluateLeaf } from "./evaluate-leaf";
import { isAboutOrder } from "./knowable";
import type { Truth } from "./verdict";
import { allOf, anyOf, not } from "./verdict";

/** The truth of a tree and the first condition that decided it: its path of places ("0.2", "" for the root) and kind. */
export interface Verdict {
  truth: Truth;
  path: string;
  kind: Condition["kind"];
}

/**
 * Three-valued (Kleene): what the placement cannot know is unknown, and stays so unless the rest decides without it.
 * `offerId` is what "this offer" means in the rule; `compile` gives the same answers faster.
 */
export function evaluate(condition: Condition, facts: OrderFacts, offerId: string | null = null): Verdict {
  return evaluateAt(condition, { facts, offerId }, "");
}

interface Asked {
  facts: OrderFacts;
  offerId: string | null;
}

function evaluateAt(condition: Condition, asked: Asked, path: string): Verdict {
  if (isGroup(condition)) return evaluateGroup(condition, asked, path);
  const truth = asked.facts.isWithoutOrder && isAboutOrder(condition.kind) ? "unknown" : evaluateLeaf(condition, asked.facts, asked.offerId);
  return { truth, path, kind: condition.kind };
}

function evaluateGroup(group: ConditionGroup, asked: Asked, path: string): Verdict {
  const parts = group.conditions.map((part, index) => evaluateAt(part, asked, path === "" ? String(index) : `${path}.${index}`));
  const truths = parts.map((part) => part.truth);
  const joined = group.kind === "all" ? allOf(truths) : anyOf(truths);
  const truth = group.kind === "none" ? not(joined) : joined;
  // One part that is as the join says decides it alone; a met `all` or an unmet `any` is decided by the group as a whole.
  const alone = joined === "unknown" || joined === (group.kind === "all" ? "notMet" : "met");
  const decider = alone ? parts.find((part) => part.truth === joined) : undefined;
  return { truth, path: decider?.path ?? path, kind: decider?.kind ?? group.kind };
}
