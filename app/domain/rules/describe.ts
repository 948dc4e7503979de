import type { Condition, ConditionGroup } from "./condition";
import { isGroup } from "./condition";
import { describeLeaf } from "./describe-leaf";
import type { NameLookups } from "./describe-leaf";

/** One English sentence without a full stop: "order has any of: Mug, Bowl, and order value at least £20.00". */
export function describe(condition: Condition, names: NameLookups, locale = "en-GB"): string {
  return isGroup(condition) ? describeGroup(condition, names, locale, true) : describeLeaf(condition, names, locale);
}

function describeGroup(group: ConditionGroup, names: NameLookups, locale: string, outermost: boolean): string {
  if (group.conditions.length === 0) return group.kind === "any" ? "no order" : "every order";
  const parts = group.conditions.map((part) => (isGroup(part) ? describeGroup(part, names, locale, false) : describeLeaf(part, names, locale)));
  const joined = parts.join(group.kind === "all" ? ", and " : ", or ");
  if (group.kind === "none") return `not (${joined})`;
  return outermost || parts.length === 1 ? joined : `(${joined})`;
}
