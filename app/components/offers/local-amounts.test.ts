import { expect, test } from "vitest";
import { newLeaf } from "../rules/leaf-form";
import { newGroup } from "../rules/rule-form";
import { withDecimalSign } from "./local-amounts";
import { emptyForm, formToDraft } from "./offer-form";

test("amounts are written with the reader's decimal sign, also in nested groups, and mean the same", () => {
  const rule = newGroup("all", [newGroup("any", [{ ...newLeaf("orderValue"), min: "5.00", max: "" }]), { ...newLeaf("dateRange"), min: "2026-11-22" }]);
  const form = { ...emptyForm(), discountKind: "fixed" as const, amountOff: "2.50", shipping: "3.95", rule };
  const local = withDecimalSign(form, ",");
  expect([local.amountOff, local.shipping]).toEqual(["2,50", "3,95"]);
  expect(local.rule.conditions[0]).toMatchObject({ conditions: [{ min: "5,00", max: "" }] });
  expect(formToDraft(local, "EUR")).toEqual(formToDraft(form, "EUR"));
});
