import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import type { VersionEntry } from "./editor-data";
import { changeTexts } from "./version-changes";

const { t } = textsIn("en");
const facts: VersionEntry["facts"] = {
  name: "Scarves", title: "Warm", placements: ["thank-you"], discount: { kind: "percentage", percent: 10 }, quantityLimit: 1, shippingMinor: 0, schedule: { startsAt: null, endsAt: null },
};

test("differences that can be said in a line are, the others are named", () => {
  const after: VersionEntry["facts"] = { ...facts, name: "Caps", discount: { kind: "none" }, shippingMinor: 250 };
  expect(changeTexts(t, ["name", "body", "discount", "shippingMinor"], facts, after, "GBP")).toEqual([
    "Name: “Scarves” → “Caps”", "Text shown to customers: changed", "Discount: 10% off → None", "Added shipping: £0.00 → £2.50",
  ]);
});
