import type { Condition, LeafKind } from "./condition";
import { isGroup } from "./condition";

/** What rules ask for that is read only when one of them does. */
export interface Asked {
  kinds: ReadonlySet<LeafKind>;
  /** Products whose earlier purchases are asked about. */
  boughtProductIds: readonly number[];
  /** Products whose stock is asked about. */
  stockProductIds: readonly number[];
}

/** What these rules ask, all together. */
export function askedBy(rules: readonly Condition[]): Asked {
  const kinds = new Set<LeafKind>();
  const bought = new Set<number>();
  const stock = new Set<number>();
  const walk = (condition: Condition): void => {
    if (isGroup(condition)) {
      condition.conditions.forEach(walk);
      return;
    }
    kinds.add(condition.kind);
    if (condition.kind === "pastProduct") condition.productIds.forEach((id) => bought.add(id));
    if (condition.kind === "inventory") condition.productIds.forEach((id) => stock.add(id));
  };
  rules.forEach(walk);
  return { kinds, boughtProductIds: [...bought], stockProductIds: [...stock] };
}

const HISTORY: readonly LeafKind[] = ["lifetimeSpend", "daysSinceOrder", "pastProduct", "customerTag", "encounter"];

/** Whether rules ask for more of a customer than the number of earlier orders. */
export function asksHistory({ kinds }: Asked): boolean {
  return HISTORY.some((kind) => kinds.has(kind));
}
