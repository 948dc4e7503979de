import type { OrderFacts } from "../../../app/domain/orders/order-facts";
import type { Condition, ConditionGroup } from "../../../app/domain/rules/condition";
import { buildFacts, buildLine } from "../../support/domain-builders";

/** Numbers that are the same on every run. */
function series(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const countries = ["GB", "IE", "FR", "DE", "US", "NL"];
const vendors = ["Potter & Co", "Lumen", "Northwind", "Alder"];
const types = ["Mugs", "Candles", "Textiles", "Lamps", "Garden"];

/** 100 orders of one to six lines, of which everything that the rules ask is known. */
export function benchFacts(): OrderFacts[] {
  const next = series(7);
  const pick = (list: readonly string[]) => list[next(list.length)] ?? "";
  return Array.from({ length: 100 }, (_, index) => {
    const lines = Array.from({ length: 1 + next(6) }, () => {
      const productId = 1 + next(200);
      const catalogue = { collectionIds: [1 + next(20), 21 + next(20)], tags: [`tag${next(40)}`, `tag${40 + next(40)}`, `Season ${next(4)}`], vendor: pick(vendors), productType: pick(types) };
      return buildLine({ productId, variantId: productId * 10 + next(3), quantity: 1 + next(3), totalMinor: 500 + next(6_000), catalogue });
    });
    const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
    return buildFacts({ referenceId: `checkout-${index}`, lines, totalMinor, countryCode: pick(countries), priorOrders: next(6), customerKey: `c:${index + 1}` });
  });
}

/** 20 rules as staff write them: two to eight conditions, some in groups, lists of one to forty entries. */
export function benchRules(): ConditionGroup[] {
  const next = series(11);
  const list = <T>(length: number, entry: () => T) => [...new Set(Array.from({ length }, entry))];
  const leaves: (() => Condition)[] = [
    () => ({ kind: "product", match: "any", productIds: list(1 + next(40), () => 1 + next(200)) }),
    () => ({ kind: "product", match: "none", productIds: list(1 + next(10), () => 1 + next(200)) }),
    () => ({ kind: "collection", match: "any", collectionIds: list(1 + next(6), () => 1 + next(40)) }),
    () => ({ kind: "tag", match: "any", tags: list(1 + next(8), () => `Tag${next(80)}`) }),
    () => ({ kind: "tag", match: "none", tags: list(1 + next(3), () => `Tag${next(80)}`) }),
    () => ({ kind: "vendor", match: "any", vendors: list(2, () => vendors[next(vendors.length)] ?? "") }),
    () => ({ kind: "productType", match: "any", productTypes: list(3, () => types[next(types.length)] ?? "") }),
    () => ({ kind: "orderValue", currency: "GBP", minMinor: 1_000 + next(8_000), maxMinor: 12_000 + next(20_000) }),
    () => ({ kind: "itemCount", min: 1 + next(4) }),
    () => ({ kind: "customerOrderCount", min: next(3) }),
    () => ({ kind: "country", match: "any", countryCodes: list(3, () => countries[next(countries.length)] ?? "") }),
  ];
  const leaf = () => (leaves[next(leaves.length)] ?? (() => ({ kind: "itemCount" as const, min: 1 })))();
  const group = (size: number): ConditionGroup => ({ kind: next(2) === 0 ? "any" : "all", conditions: Array.from({ length: size }, leaf) });
  return Array.from({ length: 20 }, (_, index) => {
    const conditions: Condition[] = Array.from({ length: 2 + next(4) }, leaf);
    if (index % 3 === 0) conditions.push(group(2 + next(2)));
    return { kind: index % 4 === 3 ? "any" : "all", conditions };
  });
}
