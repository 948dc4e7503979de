import type { TFunction } from "i18next";
import type { Condition, ConditionGroup } from "./condition";
import { isGroup } from "./condition";
import { describe } from "./describe";
import type { NameLookups } from "./describe-leaf";

/** One difference between two rules, by the path of places in the rule that has it; for a change, in the newer one. */
export type RuleChange =
  | { change: "added"; path: string; after: Condition }
  | { change: "removed"; path: string; before: Condition }
  | { change: "changed"; path: string; before: Condition; after: Condition }
  /** The group asks for all, any or none of its conditions, and asked otherwise before. */
  | { change: "joined"; path: string; before: ConditionGroup["kind"]; after: ConditionGroup["kind"] };

/**
 * What became of a rule, from one version to another. Conditions that only changed places are no difference, as their
 * order does not matter; of those left over, the ones of one kind are taken in order for the same condition, changed.
 */
export function diffRules(before: ConditionGroup, after: ConditionGroup): RuleChange[] {
  return diffGroups(before, after, "", "");
}

interface Placed {
  condition: Condition;
  path: string;
}

function diffGroups(before: ConditionGroup, after: ConditionGroup, pathBefore: string, pathAfter: string): RuleChange[] {
  const changes: RuleChange[] = before.kind === after.kind ? [] : [{ change: "joined", path: pathAfter, before: before.kind, after: after.kind }];
  const gone = placed(before, pathBefore);
  const fresh: Placed[] = [];
  for (const part of placed(after, pathAfter)) {
    if (!take(gone, (other) => sameness(other.condition) === sameness(part.condition))) fresh.push(part);
  }
  for (const part of fresh) {
    const earlier = take(gone, (other) => isGroup(other.condition) === isGroup(part.condition) && (isGroup(part.condition) || other.condition.kind === part.condition.kind));
    if (!earlier) changes.push({ change: "added", path: part.path, after: part.condition });
    else if (isGroup(earlier.condition) && isGroup(part.condition)) changes.push(...diffGroups(earlier.condition, part.condition, earlier.path, part.path));
    else changes.push({ change: "changed", path: part.path, before: earlier.condition, after: part.condition });
  }
  return [...changes, ...gone.map(({ condition, path }) => ({ change: "removed" as const, path, before: condition }))];
}

function placed(group: ConditionGroup, path: string): Placed[] {
  return group.conditions.map((condition, index) => ({ condition, path: path === "" ? String(index) : `${path}.${index}` }));
}

/** Takes the first that fits out of a list. */
function take(list: Placed[], fits: (part: Placed) => boolean): Placed | undefined {
  const index = list.findIndex(fits);
  return index === -1 ? undefined : list.splice(index, 1)[0];
}

/** The same text for conditions that mean the same: neither fields nor a group's members have an order. */
function sameness(condition: Condition): string {
  if (isGroup(condition)) return `${condition.kind}(${condition.conditions.map(sameness).sort().join(",")})`;
  return JSON.stringify(Object.entries(condition).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** One difference as a sentence for staff: "Added: order value at least £20.00". */
export function describeChange(t: TFunction, change: RuleChange, names: NameLookups): string {
  const words = (condition: Condition) => describe(t, condition, names);
  switch (change.change) {
    case "added": return t("rules:change.added", { after: words(change.after) });
    case "removed": return t("rules:change.removed", { before: words(change.before) });
    case "changed": return t("rules:change.changed", { before: words(change.before), after: words(change.after) });
    case "joined": {
      const before = t(`rules:change.before.${change.before}`);
      return change.path === "" ? t(`rules:change.rule.${change.after}`, { before }) : t(`rules:change.group.${change.after}`, { before });
    }
  }
}
