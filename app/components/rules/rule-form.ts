import { parseMinor, toDecimalString } from "../../domain/money/money";
import type { Condition, ConditionGroup, LeafCondition } from "../../domain/rules/condition";

export type LeafKind = LeafCondition["kind"];
export type GroupKind = ConditionGroup["kind"];
export type MatchKind = "any" | "all" | "none";

/** A condition while it is being edited: whatever has been typed, fit or not. Keys last as long as the page. */
export interface LeafForm {
  key: string;
  kind: LeafKind;
  match: MatchKind;
  ids: number[];
  texts: string[];
  min: string;
  max: string;
}

export interface GroupForm {
  key: string;
  kind: GroupKind;
  conditions: NodeForm[];
}
export type NodeForm = LeafForm | GroupForm;

export function isGroup(node: NodeForm): node is GroupForm {
  return "conditions" in node;
}

let lastKey = 0;
function nextKey(): string {
  lastKey += 1;
  return `c${lastKey}`;
}

/** An empty condition of this kind. */
export function newLeaf(kind: LeafKind): LeafForm {
  return { key: nextKey(), kind, match: "any", ids: [], texts: [], min: "", max: "" };
}

export function newGroup(kind: GroupKind, conditions: NodeForm[] = []): GroupForm {
  return { key: nextKey(), kind, conditions };
}

/** A stored rule as it is edited; amounts become decimal texts of their currency. */
export function ruleToForm(group: ConditionGroup): GroupForm {
  return newGroup(group.kind, group.conditions.map(conditionToForm));
}

function conditionToForm(condition: Condition): NodeForm {
  const leaf = (fields: Partial<LeafForm>): LeafForm => ({ ...newLeaf(condition.kind as LeafKind), ...fields });
  switch (condition.kind) {
    case "all":
    case "any":
    case "none":
      return ruleToForm(condition);
    case "product":
      return leaf({ match: condition.match, ids: [...condition.productIds] });
    case "variant":
      return leaf({ match: condition.match, ids: [...condition.variantIds] });
    case "collection":
      return leaf({ match: condition.match, ids: [...condition.collectionIds] });
    case "tag":
      return leaf({ match: condition.match, texts: [...condition.tags] });
    case "vendor":
      return leaf({ match: condition.match, texts: [...condition.vendors] });
    case "productType":
      return leaf({ match: condition.match, texts: [...condition.productTypes] });
    case "country":
      return leaf({ match: condition.match, texts: [...condition.countryCodes] });
    case "currency":
      return leaf({ match: condition.match, texts: [...condition.currencies] });
    case "discountCode":
      return leaf({ match: condition.match, texts: [...condition.codes] });
    case "orderValue":
      return leaf({
        min: condition.minMinor === undefined ? "" : toDecimalString(condition.minMinor, condition.currency),
        max: condition.maxMinor === undefined ? "" : toDecimalString(condition.maxMinor, condition.currency),
      });
    case "itemCount":
    case "customerOrderCount":
      return leaf({ min: numberText(condition.min), max: numberText(condition.max) });
  }
}

/** What is sent to be checked: the shape of a rule, with NaN where a number was typed wrongly. */
export function formToRule(group: GroupForm, currency: string): unknown {
  return {
    kind: group.kind,
    conditions: group.conditions.map((node) => (isGroup(node) ? formToRule(node, currency) : leafToCondition(node, currency))),
  };
}

function leafToCondition(leaf: LeafForm, currency: string): unknown {
  const { kind, match, ids, texts } = leaf;
  switch (kind) {
    case "product":
      return { kind, match, productIds: ids };
    case "variant":
      return { kind, match, variantIds: ids };
    case "collection":
      return { kind, match, collectionIds: ids };
    case "tag":
      return { kind, match, tags: texts };
    case "vendor":
      return { kind, match, vendors: texts };
    case "productType":
      return { kind, match, productTypes: texts };
    case "country":
      return { kind, match, countryCodes: texts };
    case "currency":
      return { kind, match, currencies: texts };
    case "discountCode":
      return { kind, match, codes: texts };
    case "orderValue":
      return { kind, currency, minMinor: amount(leaf.min, currency), maxMinor: amount(leaf.max, currency) };
    case "itemCount":
    case "customerOrderCount":
      return { kind, min: whole(leaf.min), max: whole(leaf.max) };
  }
}

function numberText(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function whole(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Minor units, undefined when left empty, NaN when it is no amount of this currency. */
export function amount(text: string, currency: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  try {
    return parseMinor(trimmed, currency);
  } catch {
    return Number.NaN;
  }
}
