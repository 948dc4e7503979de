import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowanceOf, pauseOf } from "./allowance";
import type { EntryToBill } from "./bill-entries";
import { billEntries } from "./bill-entries";
import { chargeDue, closePeriod, isWorthCharging } from "./charge";
import { feeOf } from "./fee";
import { canChargeUsage, flatPrice } from "./plans";
import { parseCap } from "./requests";
import type { Subscription } from "./subscription";
import { standingOf, trialDaysLeft, trialEndOf } from "./subscription";

test.each([[0, 0], [49, 0], [50, 1], [99, 1], [10_000, 200], [-1, -1], [-50, -1], [-51, -2], [9_007_199_254_740_991, 180_143_985_094_819]])("the fee on %i is %i", (net, fee) => {
  expect(feeOf(net)).toBe(fee);
});

const day = (count: number) => new Date(Date.UTC(2026, 10, count));
const vat = { totalMinor: 1_200, taxMinor: 200, taxesIncluded: true };
const entry = (over: Partial<EntryToBill> = {}): EntryToBill => ({ entryId: "e1", acceptanceKey: "a", decisionId: "d", orderId: 1, isAcceptance: true, amountMinor: 1_200, happenedAt: day(10), line: vat, ...over });
const none = { netMinor: 0, feeMinor: 0 };

describe("billing entries", () => {
  test("charges what was accepted without its tax", () => {
    const { counted, changes, netMinor, feeMinor } = billEntries([entry()], new Map(), none, day(1));
    expect({ counted, netMinor, feeMinor }).toEqual({ counted: ["e1"], netMinor: 1_000, feeMinor: 20 });
    expect(changes).toMatchObject([{ grossMinor: 1_200, taxMinor: 200, refundMinor: 0, netMinor: 1_000, feeMinor: 20 }]);
  });

  test("a refund in a later period gives back fee and tax of what was charged", () => {
    const refund = entry({ entryId: "e2", isAcceptance: false, amountMinor: -600, happenedAt: day(25) });
    const { changes, feeMinor } = billEntries([refund], new Map([["a", { keptMinor: 1_200, taxMinor: 200 }]]), none, day(1));
    expect(changes).toMatchObject([{ grossMinor: 0, refundMinor: -600, taxMinor: -100, netMinor: -500, feeMinor: -10 }]);
    expect(feeMinor).toBe(-10);
  });

  test("what was accepted in the moment from which is charged is charged", () => {
    expect(billEntries([entry({ happenedAt: day(5) })], new Map(), none, day(5)).counted).toEqual(["e1"]);
    expect(billEntries([entry({ happenedAt: new Date(day(5).getTime() - 1) })], new Map(), none, day(5)).free).toEqual(["e1"]);
  });

  test("what was accepted on trial is free, and its refund gives nothing back", () => {
    const entries = [entry({ happenedAt: day(3) }), entry({ entryId: "e2", isAcceptance: false, amountMinor: -1_200, happenedAt: day(9) })];
    expect(billEntries(entries, new Map(), none, day(5))).toEqual({ counted: [], free: ["e1", "e2"], changes: [], ...none });
  });

  const acceptance = fc.record({ total: fc.integer({ min: 0, max: 5_000_000 }), rate: fc.integer({ min: 0, max: 30 }), cuts: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 4 }), included: fc.boolean() });

  test("lines add up to the fee on the whole net, in however many runs, and what is given back in full comes to nothing", () => {
    fc.assert(fc.property(fc.array(acceptance, { maxLength: 12 }), fc.nat(), (sold, seed) => {
      const entries = sold.flatMap(({ total, rate, cuts, included }, index) => {
        const line = { totalMinor: total, taxMinor: Math.floor((total * rate) / (100 + rate)), taxesIncluded: included };
        const make = (entryId: string, amountMinor: number, isAcceptance: boolean) => entry({ entryId, acceptanceKey: `k${index}`, amountMinor, isAcceptance, line });
        let left = total;
        const refunds = cuts.map((cut, at) => {
          const amount = at === cuts.length - 1 ? left : Math.floor((left * cut) / 100);
          left -= amount;
          return make(`r${index}.${at}`, -amount, false);
        });
        return [make(`a${index}`, total, true), ...refunds];
      });
      const cut = entries.length === 0 ? 0 : seed % entries.length;
      const first = billEntries(entries.slice(0, cut), new Map(), none, day(1));
      const known = new Map<string, { keptMinor: number; taxMinor: number }>();
      for (const change of first.changes) known.set(change.acceptanceKey, { keptMinor: change.grossMinor + change.refundMinor, taxMinor: change.taxMinor });
      const second = billEntries(entries.slice(cut), known, first, day(1));
      const sum = (field: "netMinor" | "feeMinor") => [...first.changes, ...second.changes].reduce((total, change) => total + change[field], 0);
      expect(sum("netMinor")).toBe(second.netMinor);
      expect(sum("feeMinor")).toBe(second.feeMinor);
      expect(second.feeMinor).toBe(feeOf(second.netMinor));
      if (sold.every(({ cuts }) => cuts.length > 0)) expect(second.netMinor).toBe(0);
    }), { numRuns: 300 });
  });
});

const balance = { feeMinor: 0, creditInMinor: 0, chargedMinor: 0, capMinor: 5_000, usedMinor: 0 };
test.each([
  ["nothing sold", {}, { amountMinor: 0, aboveCapMinor: 0, creditMinor: 0 }],
  ["the first charge", { feeMinor: 300 }, { amountMinor: 300, aboveCapMinor: 0, creditMinor: 0 }],
  ["only what was not charged yet", { feeMinor: 300, chargedMinor: 200, usedMinor: 200 }, { amountMinor: 100, aboveCapMinor: 0, creditMinor: 0 }],
  ["a refund after the charge", { feeMinor: 150, chargedMinor: 200, usedMinor: 200 }, { amountMinor: 0, aboveCapMinor: 0, creditMinor: 50 }],
  ["a credit brought forward", { feeMinor: 300, creditInMinor: 120 }, { amountMinor: 180, aboveCapMinor: 0, creditMinor: 0 }],
  ["something left over from before", { feeMinor: 300, creditInMinor: -40 }, { amountMinor: 340, aboveCapMinor: 0, creditMinor: 0 }],
  ["the cap", { feeMinor: 7_000 }, { amountMinor: 5_000, aboveCapMinor: 2_000, creditMinor: 0 }],
  ["a cap that Shopify counts further used", { feeMinor: 7_000, chargedMinor: 1_000, usedMinor: 4_900 }, { amountMinor: 100, aboveCapMinor: 5_900, creditMinor: 0 }],
  ["a cap that Shopify does not count all charges against yet", { feeMinor: 7_000, chargedMinor: 4_900, usedMinor: 1_000 }, { amountMinor: 100, aboveCapMinor: 2_000, creditMinor: 0 }],
  ["a cap that was lowered below what is used", { feeMinor: 7_000, chargedMinor: 6_000, usedMinor: 6_000 }, { amountMinor: 0, aboveCapMinor: 1_000, creditMinor: 0 }],
])("due: %s", (_, over, due) => {
  expect(chargeDue({ ...balance, ...over })).toEqual(due);
});

test.each([
  ["all charged", { feeMinor: 300, chargedMinor: 300, usedMinor: 300 }, { creditOutMinor: 0, waivedMinor: 0 }],
  ["a credit", { feeMinor: -30, chargedMinor: 0 }, { creditOutMinor: 30, waivedMinor: 0 }],
  ["small change left", { feeMinor: 70 }, { creditOutMinor: -70, waivedMinor: 0 }],
  ["above the cap", { feeMinor: 7_000, chargedMinor: 5_000, usedMinor: 5_000 }, { creditOutMinor: 0, waivedMinor: 2_000 }],
])("a period closes with %s", (_, over, closing) => {
  expect(closePeriod({ ...balance, ...over })).toEqual(closing);
});

test("whatever happens, nobody is charged above the cap, and all charges and credits add up to the fees", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -4_000, max: 4_000 }), { maxLength: 20 }), fc.integer({ min: 1, max: 6_000 }), (fees, capMinor) => {
    let creditInMinor = 0, charged = 0, waived = 0;
    for (const feeMinor of fees) {
      const { amountMinor } = chargeDue({ feeMinor, creditInMinor, chargedMinor: 0, capMinor, usedMinor: 0 });
      expect(amountMinor).toBeLessThanOrEqual(capMinor);
      const closing = closePeriod({ feeMinor, creditInMinor, chargedMinor: amountMinor, capMinor, usedMinor: amountMinor });
      charged += amountMinor;
      waived += closing.waivedMinor;
      creditInMinor = closing.creditOutMinor;
    }
    expect(charged + waived - creditInMinor).toBe(fees.reduce((sum, fee) => sum + fee, 0));
  }));
});

test.each([[99, "GBP", day(20), false], [100, "GBP", day(20), true], [1, "JPY", day(20), true], [99, "GBP", day(10), true], [0, "GBP", day(10), false]])("%i of %s due, the period ending %s, is charged: %s", (amount, currency, endsAt, worth) => {
  expect(isWorthCharging(amount, currency, endsAt, day(10))).toBe(worth);
});

const subscription = (over: Partial<Subscription> = {}): Subscription => ({ id: 1, status: "ACTIVE", isTest: false, trialDays: 0, createdAt: day(1), periodEndsAt: day(30), currency: "GBP", usage: null, ...over });
const usage = { lineItemId: "l", capMinor: 5_000, usedMinor: 0 };
test.each<[string, Subscription[], object]>([
  ["none", [], { plan: "free", status: "none", subscription: null }],
  ["flat", [subscription()], { plan: "flat", status: "active" }],
  ["usage on trial", [subscription({ usage, trialDays: 14 })], { plan: "usage", status: "active" }],
  ["a newer one that waits for approval", [subscription({ id: 2, status: "PENDING", usage }), subscription()], { plan: "flat", status: "active" }],
  ["a newer one that was declined", [subscription({ id: 2, status: "DECLINED", usage }), subscription()], { plan: "flat", status: "active" }],
  ["frozen", [subscription({ status: "FROZEN", usage })], { plan: "usage", status: "frozen" }],
  ["frozen, then replaced", [subscription({ id: 2 }), subscription({ status: "FROZEN", usage })], { plan: "flat", status: "active" }],
  ["cancelled", [subscription({ status: "CANCELLED" })], { plan: "free", status: "none" }],
  ["expired", [subscription({ status: "EXPIRED" })], { plan: "free", status: "none" }],
])("subscriptions: %s", (_, subscriptions, standing) => {
  expect(standingOf(subscriptions)).toMatchObject(standing);
});

test("a trial is counted from when the subscription was first seen in force", () => {
  expect(trialEndOf(subscription({ trialDays: 14 }), day(2))).toEqual(day(16));
  expect(trialEndOf(subscription(), day(2))).toBeNull();
});

test.each([[null, 14], [day(10), 14], [day(9), 13], [day(1), 5], [new Date(Date.UTC(2026, 9, 1)), 0]])("a trial begun %s has %i days left", (started, left) => {
  expect(trialDaysLeft(started, 14, day(10))).toBe(left);
});

test.each([
  ["free", "none", 49, false, null], ["free", "none", 50, false, "planLimit"], ["flat", "active", 5_000, true, null], ["usage", "active", 5_000, false, null],
  ["usage", "active", 0, true, "capReached"], ["flat", "frozen", 49, false, null], ["flat", "frozen", 50, false, "planLimit"], ["usage", "frozen", 10, true, null],
] as const)("on %s (%s) with %i accepted and the cap reached %s: %s", (plan, status, used, cap, reason) => {
  expect(pauseOf({ plan, status }, used, cap)).toBe(reason);
});

test.each([[0, "plenty"], [39, "plenty"], [40, "nearly"], [49, "nearly"], [50, "reached"], [80, "reached"]])("%i of 50 is %s", (used, level) => {
  expect(allowanceOf(used).level).toBe(level);
});

test.each([["50", "GBP", 5_000], [" 12.5 ", "GBP", 1_250], ["12,50", "EUR", 1_250], ["0", "GBP", null], ["-5", "GBP", null], ["1e9", "GBP", null], ["1.005", "GBP", null], ["500", "JPY", 500], ["0.5", "JPY", null], ["", "GBP", null]])("a cap of %j %s is %s", (typed, currency, minor) => {
  expect(parseCap(typed, currency)).toBe(minor);
});

test("prices are in what the merchant pays Shopify in, or in dollars; usage only where the shop sells in it", () => {
  expect(flatPrice("GBP").currency).toBe("GBP");
  expect(flatPrice("BRL").currency).toBe("USD");
  expect(canChargeUsage("GBP", "GBP")).toBe(true);
  expect(canChargeUsage("PLN", "USD")).toBe(false);
});
