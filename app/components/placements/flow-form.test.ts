import { expect, test } from "vitest";
import { defaultFlowSettings, parseFlowSettings } from "../../domain/flow/settings";
import { formToSettings, settingsToForm } from "./flow-form";

test.each(["GBP", "JPY", "KWD"])("settings survive the form in %s", (currency) => {
  const settings = { ...defaultFlowSettings(), valuedSpentMinor: 12_345 };
  expect(formToSettings(settingsToForm(settings, currency), currency)).toEqual(settings);
});

test.each([
  [{ valuedOrders: "1" }, "valuedOrders", "Use 2 to 100"],
  [{ valuedOrders: "three" }, "valuedOrders", "Use a whole number"],
  [{ valuedDays: "7" }, "valuedDays", "Use 30 to 730 days"],
  [{ valuedSpent: "a lot" }, "valuedSpentMinor", "Enter an amount"],
  [{ valuedSpent: "-1" }, "valuedSpentMinor", "Enter an amount of 0 or more"],
] as const)("%j is refused at its field", (typed, field, message) => {
  const parsed = parseFlowSettings(formToSettings({ ...settingsToForm(defaultFlowSettings(), "GBP"), ...typed }, "GBP"));
  expect(parsed).toEqual({ ok: false, errors: { [field]: message } });
});

test("a comma is understood as staff on the continent type it", () => {
  expect(formToSettings({ ...settingsToForm(defaultFlowSettings(), "EUR"), valuedSpent: "12,50" }, "EUR").valuedSpentMinor).toBe(1_250);
});
