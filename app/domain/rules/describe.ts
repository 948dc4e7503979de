import type { TFunction } from "i18next";
import type { Condition, ConditionGroup } from "./condition";
import { isGroup } from "./condition";
import { describeLeaf } from "./describe-leaf";
import type { NameLookups } from "./describe-leaf";

/** One sentence without a full stop, in the language of `t`: "order has any of: Mug, Bowl, and order value at least £20.00". */
export function describe(t: TFunction, condition: Condition, names: NameLookups): string {
  return isGroup(condition) ? describeGroup(t, condition, names, true) : describeLeaf(t, condition, names);
}

function describeGroup(t: TFunction, group: ConditionGroup, names: NameLookups, outermost: boolean): string {
  if (group.conditions.length === 0) return t(group.kind === "any" ? "rules:say.noOrder" : "rules:say.anyOrder");
  const said = group.conditions.map((part) => (isGroup(part) ? describeGroup(t, part, names, false) : describeLeaf(t, part, names)));
  const parts = said.join(t(group.kind === "all" ? "rules:say.and" : "rules:say.or"));
  if (group.kind === "none") return t("rules:say.not", { parts });
  return outermost || said.length === 1 ? parts : t("rules:say.inner", { parts });
}
