import type { Condition } from "./condition";
import { isGroup } from "./condition";

/** The currencies in which a rule has amounts, each once. */
export function currenciesIn(condition: Condition): string[] {
  if (isGroup(condition)) return [...new Set(condition.conditions.flatMap(currenciesIn))];
  switch (condition.kind) {
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend":
      return [condition.currency];
    default:
      return [];
  }
}
