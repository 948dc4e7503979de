import type { Condition } from "../../domain/rules/condition";

/** What a condition names by id, groups with everything in them. */
export function idsInCondition(condition: Condition): { product: number[]; variant: number[]; collection: number[] } {
  switch (condition.kind) {
    case "all":
    case "any":
    case "none": {
      const parts = condition.conditions.map(idsInCondition);
      return {
        product: parts.flatMap(({ product }) => product),
        variant: parts.flatMap(({ variant }) => variant),
        collection: parts.flatMap(({ collection }) => collection),
      };
    }
    case "product":
    case "pastProduct":
    case "inventory":
      return { product: condition.productIds, variant: [], collection: [] };
    case "variant":
      return { product: [], variant: condition.variantIds, collection: [] };
    case "collection":
      return { product: [], variant: [], collection: condition.collectionIds };
    case "quantity": {
      const { items } = condition;
      const none = { product: [], variant: [], collection: [] };
      return "ids" in items ? { ...none, [items.of]: items.ids } : none;
    }
    default:
      return { product: [], variant: [], collection: [] };
  }
}
