import type { OrderFacts } from "../orders/order-facts";
import type { Condition, ConditionGroup, LeafCondition } from "./condition";
import { isGroup } from "./condition";
import { evaluateCollection } from "./conditions/collection";
import { evaluateCountry } from "./conditions/country";
import { evaluateCurrency } from "./conditions/currency";
import { evaluateCustomerOrderCount } from "./conditions/customer-order-count";
import { evaluateDiscountCode } from "./conditions/discount-code";
import { evaluateItemCount } from "./conditions/item-count";
import { evaluateOrderValue } from "./conditions/order-value";
import { evaluateProduct } from "./conditions/product";
import { evaluateProductType } from "./conditions/product-type";
import { evaluateTag } from "./conditions/tag";
import { evaluateVariant } from "./conditions/variant";
import { evaluateVendor } from "./conditions/vendor";
import type { Truth } from "./verdict";
import { allOf, anyOf, not } from "./verdict";

/** The truth of a tree and the first condition that decided it: its path of places ("0.2", "" for the root) and kind. */
export interface Verdict {
  truth: Truth;
  path: string;
  kind: Condition["kind"];
}

/** Three-valued (Kleene): what the placement cannot know is unknown, and stays so unless the rest decides without it. */
export function evaluate(condition: Condition, facts: OrderFacts): Verdict {
  return evaluateAt(condition, facts, "");
}

function evaluateAt(condition: Condition, facts: OrderFacts, path: string): Verdict {
  return isGroup(condition) ? evaluateGroup(condition, facts, path) : { truth: evaluateLeaf(condition, facts), path, kind: condition.kind };
}

function evaluateGroup(group: ConditionGroup, facts: OrderFacts, path: string): Verdict {
  const parts = group.conditions.map((part, index) => evaluateAt(part, facts, path === "" ? String(index) : `${path}.${index}`));
  const truths = parts.map((part) => part.truth);
  const joined = group.kind === "all" ? allOf(truths) : anyOf(truths);
  const truth = group.kind === "none" ? not(joined) : joined;
  // One part that is as the join says decides it alone; a met `all` or an unmet `any` is decided by the group as a whole.
  const alone = joined === "unknown" || joined === (group.kind === "all" ? "notMet" : "met");
  const decider = alone ? parts.find((part) => part.truth === joined) : undefined;
  return { truth, path: decider?.path ?? path, kind: decider?.kind ?? group.kind };
}

function evaluateLeaf(condition: LeafCondition, facts: OrderFacts): Truth {
  switch (condition.kind) {
    case "product": return evaluateProduct(condition, facts);
    case "variant": return evaluateVariant(condition, facts);
    case "collection": return evaluateCollection(condition, facts);
    case "tag": return evaluateTag(condition, facts);
    case "vendor": return evaluateVendor(condition, facts);
    case "productType": return evaluateProductType(condition, facts);
    case "orderValue": return evaluateOrderValue(condition, facts);
    case "itemCount": return evaluateItemCount(condition, facts);
    case "customerOrderCount": return evaluateCustomerOrderCount(condition, facts);
    case "country": return evaluateCountry(condition, facts);
    case "currency": return evaluateCurrency(condition, facts);
    case "discountCode": return evaluateDiscountCode(condition, facts);
    default: return unhandled(condition);
  }
}

/** Fails to compile while a kind has no case. */
function unhandled(condition: never): never {
  throw new Error(`No such condition: ${JSON.stringify(condition)}`);
}
