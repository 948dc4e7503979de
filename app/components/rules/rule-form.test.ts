import { expect, test } from "vitest";
import { Rule } from "../../domain/rules/condition";
import type { ConditionGroup } from "../../domain/rules/condition";
import { formToRule, newGroup, newLeaf, ruleToForm } from "./rule-form";

const every: ConditionGroup = {
  kind: "all",
  conditions: [
    { kind: "product", match: "any", productIds: [1, 2] },
    { kind: "variant", match: "none", variantIds: [3] },
    { kind: "collection", match: "all", collectionIds: [4] },
    {
      kind: "none",
      conditions: [
        { kind: "tag", match: "any", tags: ["gift"] },
        { kind: "vendor", match: "any", vendors: ["Maker"] },
        { kind: "productType", match: "none", productTypes: ["Mug"] },
      ],
    },
    {
      kind: "any",
      conditions: [
        { kind: "orderValue", currency: "KWD", minMinor: 1_250, maxMinor: 20_000 },
        { kind: "itemCount", min: 2 },
        { kind: "customerOrderCount", max: 0 },
        { kind: "country", match: "any", countryCodes: ["GB"] },
        { kind: "currency", match: "none", currencies: ["JPY"] },
        { kind: "discountCode", match: "any", codes: [] },
      ],
    },
  ],
};

test("every kind of condition comes out of the builder as it went in", () => {
  expect(Rule.parse(formToRule(ruleToForm(every), "KWD"))).toEqual(every);
});

test.each([
  ["orderValue", { min: "ten" }], ["orderValue", { max: "1,50" }], ["orderValue", { min: "-1" }], ["orderValue", { min: "20", max: "10" }],
  ["itemCount", { min: "2.5" }], ["itemCount", { max: "many" }], ["customerOrderCount", { min: "3", max: "1" }], ["tag", {}], ["product", {}],
] as const)("%s with %j is refused at its own place", (kind, typed) => {
  const rule = formToRule(newGroup("all", [{ ...newLeaf(kind), ...typed }]), "GBP");
  const parsed = Rule.safeParse(rule);
  expect(parsed.error?.issues.map(({ path }) => path.slice(0, 2))).toContainEqual(["conditions", 0]);
});
