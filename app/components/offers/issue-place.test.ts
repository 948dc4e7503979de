import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { newLeaf } from "../rules/leaf-form";
import { newGroup } from "../rules/rule-form";
import { issueText } from "./issue-place";

const { t } = textsIn("en");
const rule = newGroup("all", [newLeaf("country"), newGroup("any", [newLeaf("vendor")])]);

test.each([
  ["name", "The name may not be empty", "The name may not be empty"],
  ["discount.percent", "Use a whole percentage", "Discount: Use a whole percentage"],
  ["quantityLimit", "Use 1 to 100", "Most a customer can add: Use 1 to 100"],
  ["texts.fr.title", "The title may not be empty", "French: The title may not be empty"],
  ["rule.conditions.0.countries", "Choose at least one", "Shipping country: Choose at least one"],
  ["rule.conditions.1.conditions.0.vendors", "Choose at least one", "Vendors in the order: Choose at least one"],
  ["rule.conditions", "At most 20 conditions", "At most 20 conditions"],
])("names the field of %s where the message does not", (path, message, said) => {
  expect(issueText(t, { path, message }, rule)).toBe(said);
});
