import { expect, test } from "vitest";
import { buildProduct } from "../../../test/support/domain-builders";
import { promptStatus, type PromptQuestion, type PromptStatus } from "./prompt-status";

const wellKnown = { customers: 40, repeats: 30, repeatCustomers: 12, typicalDays: 21 };

function question(over: Partial<PromptQuestion> = {}): PromptQuestion {
  return { figures: wellKnown, product: buildProduct(), isLeftOut: false, policy: { minOrders: 5, minCustomers: 3 }, dues: 0, ...over };
}

test.each<[PromptStatus, string, Partial<PromptQuestion>]>([
  ["prompted", "customers come back for it in a rhythm", {}],
  ["notSold", "it is gone", { product: undefined }],
  ["notSold", "it is a draft", { product: buildProduct({ status: "draft" }) }],
  ["leftOut", "staff left it out", { isLeftOut: true }],
  ["tooFewRepeats", "four customers came back", { figures: { ...wellKnown, customers: 10, repeats: 4, repeatCustomers: 4 } }],
  ["rarelyBoughtAgain", "two of forty customers came back", { figures: { ...wellKnown, repeats: 2, repeatCustomers: 2 } }],
  ["belowPolicy", "the policy asks for more", { policy: { minOrders: 50, minCustomers: 3 } }],
  ["rhythmUnknown", "no gap is known", { figures: { ...wellKnown, typicalDays: null } }],
  ["tooLongBetween", "it lasts for half a year", { figures: { ...wellKnown, typicalDays: 180 } }],
  ["prompted", "it lasts for half a year, but some come sooner", { figures: { ...wellKnown, typicalDays: 180 }, dues: 2 }],
])("%s: %s", (status, _why, over) => {
  expect(promptStatus(question(over))).toBe(status);
});
