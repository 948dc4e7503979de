import { expect, test } from "vitest";
import { defaultPlacementSettings, parsePlacementSettings } from "../../domain/placements/settings";
import { formToSettings, settingsToForm } from "./placements-form";
import { placementEditors, placementOrder } from "./placement-editors";

test("what is loaded and saved unchanged is the same", () => {
  const settings = { ...defaultPlacementSettings(), account: { enabled: false, heading: { de: "Nachschub?" }, products: 6, layout: "grid" as const, words: { decline: { de: "Lieber nicht" } } } };
  expect(parsePlacementSettings(formToSettings(settingsToForm(settings)))).toEqual({ ok: true, settings });
});

test.each(["", "two", "2.5", "-1", "9"])("%o products are refused where they are typed", (products) => {
  const form = settingsToForm(defaultPlacementSettings());
  form.blocks.checkout.products = products;
  const parsed = parsePlacementSettings(formToSettings(form));
  expect(!parsed.ok && Object.keys(parsed.errors)).toEqual(["checkout.products"]);
});

test("every placement is on the page once", () => {
  expect([...placementOrder].sort()).toEqual(Object.keys(placementEditors).sort());
});
