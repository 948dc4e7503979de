import type { Condition, ConditionGroup } from "../../domain/rules/condition";
import { isGroup as isConditionGroup } from "../../domain/rules/condition";
import { formToLeaf } from "./form-to-leaf";
import { nextKey } from "./leaf-form";
import type { LeafForm } from "./leaf-form";
import { leafToForm } from "./leaf-to-form";

export type GroupKind = ConditionGroup["kind"];

export interface GroupForm {
  key: string;
  kind: GroupKind;
  conditions: NodeForm[];
}
export type NodeForm = LeafForm | GroupForm;

export function isGroup(node: NodeForm): node is GroupForm {
  return "conditions" in node;
}

export function newGroup(kind: GroupKind, conditions: NodeForm[] = []): GroupForm {
  return { key: nextKey(), kind, conditions };
}

/** A stored rule as it is edited. */
export function ruleToForm(group: ConditionGroup): GroupForm {
  return newGroup(group.kind, group.conditions.map((condition: Condition) => (isConditionGroup(condition) ? ruleToForm(condition) : leafToForm(condition))));
}

/** What is sent to be checked: the shape of a rule, with NaN where a number was typed wrongly. */
export function formToRule(group: GroupForm, currency: string): unknown {
  return {
    kind: group.kind,
    conditions: group.conditions.map((node) => (isGroup(node) ? formToRule(node, currency) : formToLeaf(node, currency))),
  };
}
