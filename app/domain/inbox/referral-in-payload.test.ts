import { expect, test } from "vitest";
import { minimise } from "./minimise";

const referralOf = (attributes: unknown) => minimise("orders/create", { id: 1, note_attributes: attributes }, () => "g:0")["referral"];

test.each<[string, unknown, string | undefined]>([
  ["the code", [{ name: "_encore_ref", value: "ANNA-24" }], "ANNA-24"],
  ["the code among other attributes", [{ name: "gift message", value: "Happy birthday" }, { name: "_encore_ref", value: "a_b" }], "a_b"],
  ["nothing without it", [{ name: "ref", value: "ANNA" }], undefined],
  ["nothing that is no code", [{ name: "_encore_ref", value: "anna@example.com" }], undefined],
  ["nothing that is too long", [{ name: "_encore_ref", value: "x".repeat(65) }], undefined],
  ["nothing of another kind", [{ name: "_encore_ref", value: { code: "x" } }], undefined],
  ["nothing when attributes are no list", { name: "_encore_ref", value: "x" }, undefined],
])("of an order's attributes is kept: %s", (_what, attributes, kept) => {
  expect(referralOf(attributes)).toBe(kept);
});

test("no other attribute passes", () => {
  expect(JSON.stringify(minimise("orders/create", { id: 1, note_attributes: [{ name: "note", value: "secret words" }, { name: "_encore_ref", value: "A" }] }, () => "g:0"))).not.toContain("secret");
});
