import { expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { describeEvidence } from "./describe-evidence";
import type { CandidateEvidence } from "./evidence";

const { t } = textsIn("en");
const product = new Map([[100, "Mug"]]);
const wording = { currency: "GBP", timeZone: "Europe/London", product };

test.each<[CandidateEvidence, string]>([
  [{ kind: "boughtTogether", withProductId: 100, orders: 31, ofOrders: 120, expected: 9.3, customers: 20 }, "Bought together in 31 of 120 orders with Mug; about 9 expected by chance."],
  [{ kind: "boughtTogether", withProductId: 100, orders: 31, ofOrders: 120, expected: 9.3, customers: 20, fitsPast: true }, "Bought together in 31 of 120 orders with Mug; about 9 expected by chance. It also goes with what this customer bought before."],
  [{ kind: "boughtTogether", withProductId: 7, orders: 5, ofOrders: 9, expected: 0.34, customers: 3 }, "Bought together in 5 of 9 orders with #7; less than one expected by chance."],
  [{ kind: "boughtTogether", withProductId: 100, orders: 12, ofOrders: 40, expected: 2.1, customers: 9, isInNextOrder: true }, "In the customer’s next order after 12 of 40 with Mug; about 2 expected by chance."],
  [{ kind: "pinned", withProductId: 100 }, "Pinned by staff to Mug."],
  [{ kind: "bestseller", orders: 1_234, days: 90 }, "Popular: in 1,234 orders of the last 90 days."],
  [{ kind: "nextUp", fromProductId: 100, fromMinor: 1_000, toMinor: 1_400, moved: { customers: 6, ofCustomers: 40, orders: 8 } }, "One step up from Mug: £14.00 after £10.00; 6 of 40 customers went on to buy it."],
  [{ kind: "downsell", way: "smaller", place: 0, fromProductId: 100, fromMinor: 1_000, toMinor: 400 }, "A smaller size of Mug, which was declined at £10.00: £4.00."],
  [{ kind: "sameTag", withProductId: 100, tag: "tea", size: 4 }, "Tagged tea like Mug; too few orders yet to say more."],
  [{ kind: "staffChoice", place: 0 }, "Chosen by staff, place 1."],
])("%o", (evidence, sentence) => {
  expect(describeEvidence(t, evidence, wording)).toBe(sentence);
});

test("a reorder is due in a range, on the shop's calendar", () => {
  const evidence: CandidateEvidence = { kind: "dueAgain", timesBought: 4, dueFrom: "2026-12-02T23:30:00.000Z", dueUntil: "2026-12-12T12:00:00.000Z", repeats: 40, repeatCustomers: 12 };
  expect(describeEvidence(t, evidence, { ...wording, timeZone: "Europe/Berlin" })).toBe("Bought 4 times; due again from 3 Dec 2026 to 12 Dec 2026.");
});
