import { conditionLabels } from "../rules/condition-labels";

const groups: Record<string, string> = { all: "all of a group of conditions", any: "any of a group of conditions", none: "none of a group of conditions" };

/** A kind of condition as the rule builder calls it; results may name kinds that this version no longer has. */
export function conditionName(kind: string): string {
  const label = Object.entries(conditionLabels).find(([name]) => name === kind)?.[1];
  return (label ?? groups[kind] ?? kind).toLowerCase();
}
