import type { NestedCondition, TopLevelCondition } from "json-rules-engine";
import { Engine } from "json-rules-engine";
import type { OrderFacts } from "../../../app/domain/orders/order-facts";
import type { Condition, ConditionGroup } from "../../../app/domain/rules/condition";
import { fold } from "../../../app/domain/rules/matching";

/** An engine of json-rules-engine with the same rules; each tells of itself by an event named by its place. */
export function engineOf(rules: readonly ConditionGroup[]): Engine {
  const engine = new Engine();
  // What it has built in compares one value with a list; an order has a list of each.
  engine.addOperator("sharesWith", (there: readonly unknown[], wanted: readonly unknown[]) => there.some((thing) => wanted.includes(thing)));
  rules.forEach((rule, index) => {
    engine.addRule({ conditions: groupOf(rule), event: { type: String(index) } });
  });
  return engine;
}

/** An order as flat facts, lists made and texts folded beforehand. */
export function engineFacts({ lines, totalMinor, currency, priorOrders, countryCode }: OrderFacts): Record<string, unknown> {
  const catalogues = lines.flatMap(({ catalogue }) => (catalogue ? [catalogue] : []));
  return {
    productIds: lines.map(({ productId }) => productId),
    collectionIds: catalogues.flatMap(({ collectionIds }) => collectionIds),
    tags: catalogues.flatMap(({ tags }) => tags.map(fold)),
    vendors: catalogues.map(({ vendor }) => fold(vendor)),
    productTypes: catalogues.map(({ productType }) => fold(productType)),
    itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    totalMinor, currency, priorOrders, countryCode,
  };
}

function groupOf(group: ConditionGroup): TopLevelCondition {
  const parts = group.conditions.map(conditionOf);
  return group.kind === "any" ? { any: parts } : { all: parts };
}

/** For the kinds and limits that the benchmark's rules have. */
function conditionOf(condition: Condition): NestedCondition {
  const shares = (fact: string, wanted: readonly unknown[], match: string): NestedCondition => {
    const there = { fact, operator: "sharesWith", value: wanted };
    return match === "none" ? { not: there } : there;
  };
  const atLeast = (fact: string, value: number | undefined): NestedCondition => ({ fact, operator: "greaterThanInclusive", value: value ?? 0 });
  switch (condition.kind) {
    case "all":
    case "any": return groupOf(condition);
    case "product": return shares("productIds", condition.productIds, condition.match);
    case "collection": return shares("collectionIds", condition.collectionIds, condition.match);
    case "tag": return shares("tags", condition.tags.map(fold), condition.match);
    case "vendor": return shares("vendors", condition.vendors.map(fold), condition.match);
    case "productType": return shares("productTypes", condition.productTypes.map(fold), condition.match);
    case "orderValue": return {
      all: [
        { fact: "currency", operator: "equal", value: condition.currency },
        atLeast("totalMinor", condition.minMinor),
        { fact: "totalMinor", operator: "lessThanInclusive", value: condition.maxMinor ?? Number.MAX_SAFE_INTEGER },
      ],
    };
    case "itemCount": return atLeast("itemCount", condition.min);
    case "customerOrderCount": return atLeast("priorOrders", condition.min);
    case "country": return { fact: "countryCode", operator: "in", value: condition.countryCodes };
    default: throw new Error(`The benchmark has no ${condition.kind}`);
  }
}
