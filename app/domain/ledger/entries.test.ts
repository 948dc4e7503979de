import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MirroredRefundLine } from "../orders/mirrored-order";
import type { ConfirmedAcceptance, NewEntry, SettledOrder } from "./entries";
import { confirmedAmount, missingEntries } from "./entries";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute));
const acceptance: ConfirmedAcceptance = { decisionId: "d1", lineId: 7, quantity: 2, amountMinor: 1_700, currency: "GBP", confirmedAt: at(0) };
const refundLine = (over: Partial<MirroredRefundLine> = {}): MirroredRefundLine => ({ refundId: 50, lineId: 7, quantity: 1, subtotalMinor: 850, refundedAt: at(5), ...over });

type OrderParts = Partial<Omit<SettledOrder, "lines">> & { quantity?: number; currentQuantity?: number; taxMinor?: number | null };
function buildOrder({ quantity = 2, currentQuantity = quantity, taxMinor = 0, ...over }: OrderParts = {}): SettledOrder {
  return {
    cancelledAt: null, financialStatus: "paid", sourceAt: at(10), refundLines: [], taxesIncluded: true, test: false, ...over,
    lines: [{ id: 7, quantity, currentQuantity, totalMinor: 850 * quantity, taxMinor }],
  };
}

/** Settles states one after the other, as the ledger would. */
/** What the merchant keeps without tax. */
const netOf = (entries: readonly NewEntry[]) => entries.reduce((sum, { amountMinor, taxMinor }) => sum + amountMinor - taxMinor, 0);

function settle(...states: SettledOrder[]): NewEntry[] {
  const entries: NewEntry[] = [];
  for (const state of states) entries.push(...missingEntries(acceptance, state, entries));
  return entries;
}
const short = (entries: NewEntry[]) => entries.map(({ kind, amountMinor }) => [kind, amountMinor]);

describe("what a state leaves in the ledger", () => {
  test.each<[string, SettledOrder, [string, number][]]>([
    ["accepted and kept", buildOrder(), [["accepted", 1_700]]],
    ["one of two refunded", buildOrder({ currentQuantity: 1, refundLines: [refundLine()] }), [["accepted", 1_700], ["refund", -850]]],
    ["refunded in two parts", buildOrder({ currentQuantity: 0, refundLines: [refundLine(), refundLine({ refundId: 51, refundedAt: at(6) })] }), [["accepted", 1_700], ["refund", -850], ["refund", -850]]],
    ["another line refunded", buildOrder({ refundLines: [refundLine({ lineId: 8 })] }), [["accepted", 1_700]]],
    ["more refunded than was accepted", buildOrder({ currentQuantity: 0, refundLines: [refundLine({ quantity: 2, subtotalMinor: 9_999 })] }), [["accepted", 1_700], ["refund", -1_700]]],
    ["cancelled", buildOrder({ cancelledAt: at(9) }), [["accepted", 1_700], ["cancellation", -1_700]]],
    ["refunded in part, then cancelled", buildOrder({ cancelledAt: at(9), currentQuantity: 0, refundLines: [refundLine()] }), [["accepted", 1_700], ["refund", -850], ["cancellation", -850]]],
    ["edited and unpaid", buildOrder({ financialStatus: "partially_paid" }), [["accepted", 1_700], ["unpaid", -1_700]]],
    ["cancelled and unpaid", buildOrder({ cancelledAt: at(9), financialStatus: "voided" }), [["accepted", 1_700], ["cancellation", -1_700]]],
    ["removed by an edit, without a refund", buildOrder({ currentQuantity: 1 }), [["accepted", 1_700], ["refund", -850]]],
    ["on a line with one unit more, of which an edit removed one", buildOrder({ quantity: 3, currentQuantity: 2 }), [["accepted", 1_700], ["refund", -850]]],
    ["on a line with one unit more, of which one is refunded and an edit removed one", buildOrder({ quantity: 3, currentQuantity: 1, refundLines: [refundLine()] }), [["accepted", 1_700], ["refund", -850], ["refund", -850]]],
    ["refunded, while the order does not tell of it yet", buildOrder({ refundLines: [refundLine()] }), [["accepted", 1_700], ["refund", -850]]],
    ["of a test order", buildOrder({ test: true }), []],
    ["on a line with one unit more, of which one is refunded", buildOrder({ quantity: 3, currentQuantity: 2, refundLines: [refundLine()] }), [["accepted", 1_700], ["refund", -850]]],
    ["on a line with one unit more, all refunded", buildOrder({ quantity: 3, currentQuantity: 0, refundLines: [refundLine({ quantity: 3, subtotalMinor: 2_550 })] }), [["accepted", 1_700], ["refund", -1_700]]],
  ])("%s", (_case, order, entries) => {
    expect(short(settle(order))).toEqual(entries);
  });

  test.each([["time", at(6), at(5)], ["id", at(5), at(5)]])("refunds of a line with other units take from the accepted ones by %s", (_by, later, earlier) => {
    const second = refundLine({ refundId: 60, quantity: 2, subtotalMinor: 100, refundedAt: later });
    const first = refundLine({ refundId: later > earlier ? 70 : 51, refundedAt: earlier });
    const order = buildOrder({ quantity: 3, currentQuantity: 0, refundLines: [second, first] });
    expect(short(settle(order))).toEqual([["accepted", 1_700], ["refund", -850], ["refund", -50]]);
  });

  test("nothing while the order does not have the line", () => {
    expect(missingEntries(acceptance, { ...buildOrder(), lines: [] }, [])).toEqual([]);
  });

  test("a refund names its cause and its time", () => {
    expect(settle(buildOrder({ currentQuantity: 1, refundLines: [refundLine()] }))[1]).toEqual({
      sourceKey: "refund:50:7:d1", decisionId: "d1", lineId: 7, kind: "refund", amountMinor: -850, taxMinor: 0, currency: "GBP", happenedAt: at(5),
    });
  });
});

describe("from one state to the next", () => {
  const cancelled = buildOrder({ cancelledAt: at(9) });
  const unpaid = buildOrder({ financialStatus: "partially_paid" });
  const refunded = buildOrder({ currentQuantity: 1, refundLines: [refundLine()] });

  test.each<[string, SettledOrder[], [string, number][]]>([
    ["the same again adds nothing", [refunded, refunded], [["accepted", 1_700], ["refund", -850]]],
    ["a debt that is paid is reversed", [unpaid, buildOrder()], [["accepted", 1_700], ["unpaid", -1_700], ["reversal", 1_700]]],
    ["a cancellation that is undone is reversed, and may come again", [cancelled, buildOrder(), cancelled], [["accepted", 1_700], ["cancellation", -1_700], ["reversal", 1_700], ["cancellation", -1_700]]],
    ["a refund that arrives after the removal it explains takes its place", [buildOrder({ currentQuantity: 1 }), refunded], [["accepted", 1_700], ["refund", -850], ["refund", -850], ["reversal", 850]]],
    ["a refund of an unpaid line takes over from the debt", [unpaid, { ...refunded, financialStatus: "partially_paid" }], [["accepted", 1_700], ["unpaid", -1_700], ["refund", -850], ["reversal", 850]]],
  ])("%s", (_case, states, entries) => {
    const settled = settle(...states);
    expect(short(settled)).toEqual(entries);
    expect(new Set(settled.map(({ sourceKey }) => sourceKey)).size).toBe(settled.length);
  });

  test("each further entry of a cause has the next number and is dated when it was found", () => {
    const entries = settle(cancelled, buildOrder(), { ...cancelled, sourceAt: at(30) });
    expect(entries.map(({ sourceKey, happenedAt }) => [sourceKey, happenedAt])).toEqual([
      ["accepted:d1", at(0)], ["cancellation:d1", at(9)], ["cancellation:d1#2", at(10)], ["cancellation:d1#3", at(30)],
    ]);
  });

  test("a refund that is no longer there is reversed", () => {
    expect(short(settle(refunded, buildOrder()))).toEqual([["accepted", 1_700], ["refund", -850], ["reversal", 850]]);
  });

  test("two acceptances of one order have each their own entries", () => {
    const second = { ...acceptance, decisionId: "d2", lineId: 8, amountMinor: 500, quantity: 1 };
    const order = { ...buildOrder(), lines: [...buildOrder().lines, { id: 8, quantity: 1, currentQuantity: 1, totalMinor: 500, taxMinor: null }] };
    const first = missingEntries(acceptance, order, []);
    expect(short(missingEntries(second, order, first))).toEqual([["accepted", 500]]);
  });
});

describe("the tax in what was kept", () => {
  const taxed = (entries: NewEntry[]) => entries.map(({ kind, amountMinor, taxMinor }) => [kind, amountMinor, taxMinor]);
  const oneRefunded = { currentQuantity: 1, refundLines: [refundLine()] };

  test.each<[string, SettledOrder[], [string, number, number][]]>([
    ["is in prices that include it", [buildOrder({ taxMinor: 283 })], [["accepted", 1_700, 283]]],
    ["is in the accepted units' part of a line", [buildOrder({ quantity: 3, taxMinor: 425 })], [["accepted", 1_700, 283]]],
    ["comes on top of prices without it", [buildOrder({ taxMinor: 340, taxesIncluded: false })], [["accepted", 1_700, 0]]],
    ["goes back with what goes back", [buildOrder({ taxMinor: 283, ...oneRefunded })], [["accepted", 1_700, 283], ["refund", -850, -141]]],
    ["comes to nothing with the last of it", [buildOrder({ taxMinor: 283, ...oneRefunded, cancelledAt: at(9) })], [["accepted", 1_700, 283], ["refund", -850, -141], ["cancellation", -850, -142]]],
    ["is made up for when it is learnt", [buildOrder({ taxMinor: null }), buildOrder({ taxMinor: 283 })], [["accepted", 1_700, 0], ["reversal", 0, 283]]],
    ["is made up for when it is learnt that prices include it", [buildOrder({ taxMinor: 283, taxesIncluded: null }), buildOrder({ taxMinor: 283 })], [["accepted", 1_700, 0], ["reversal", 0, 283]]],
    ["is reversed with what is reversed", [buildOrder({ taxMinor: 283, financialStatus: "partially_paid" }), buildOrder({ taxMinor: 283 })], [["accepted", 1_700, 283], ["unpaid", -1_700, -283], ["reversal", 1_700, 283]]],
  ])("%s", (_case, states, entries) => {
    expect(taxed(settle(...states))).toEqual(entries);
  });

  test("is no revenue", () => {
    expect(netOf(settle(buildOrder({ taxMinor: 283 })))).toBe(1_417);
  });
});

const state = fc.record({
  refunds: fc.uniqueArray(fc.record({ refundId: fc.integer({ min: 1, max: 4 }), quantity: fc.integer({ min: 1, max: 3 }), subtotalMinor: fc.integer({ min: 0, max: 2_000 }), minute: fc.integer({ min: 0, max: 59 }) }), { selector: ({ refundId }) => refundId, maxLength: 3 }),
  currentQuantity: fc.integer({ min: 0, max: 3 }),
  cancelled: fc.boolean(),
  financialStatus: fc.constantFrom("paid", "partially_paid", "partially_refunded", "refunded", "pending"),
  quantity: fc.constantFrom(2, 2, 3),
  taxMinor: fc.option(fc.integer({ min: 0, max: 1_700 })),
  taxesIncluded: fc.option(fc.boolean()),
}).map(({ refunds, cancelled, ...rest }) => buildOrder({
  ...rest,
  cancelledAt: cancelled ? at(9) : null,
  refundLines: refunds.map(({ minute, ...refund }) => refundLine({ ...refund, refundedAt: at(minute) })),
}));

test("any states in any order and number end in the net of the newest, with keys that never repeat", () => {
  fc.assert(fc.property(fc.array(state, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(), { maxLength: 15 }), (versions, arrivals) => {
    const entries: NewEntry[] = [];
    let newest = -1;
    for (const arrival of [...arrivals.map((any) => any % versions.length), versions.length - 1]) {
      // The mirror keeps the newest state; each arrival, old or repeated, settles again.
      newest = Math.max(newest, arrival);
      const held = versions[newest];
      if (held) entries.push(...missingEntries(acceptance, held, entries));
    }
    const last = versions.at(-1);
    expect(last && netOf(entries)).toBe(last && netOf(missingEntries(acceptance, last, [])));
    expect(new Set(entries.map(({ sourceKey }) => sourceKey)).size).toBe(entries.length);
    expect(entries.every(({ amountMinor, taxMinor }) => (amountMinor !== 0 || taxMinor !== 0) && Number.isSafeInteger(amountMinor) && Number.isSafeInteger(taxMinor))).toBe(true);
  }), { numRuns: 1_000 });
});

test("a line of its own keeps what is neither refunded nor cancelled nor owed, never below zero nor above what was accepted", () => {
  fc.assert(fc.property(state, (order) => {
    const net = netOf(missingEntries(acceptance, order, []));
    expect(net).toBeGreaterThanOrEqual(0);
    expect(net).toBeLessThanOrEqual(acceptance.amountMinor);
    if (order.cancelledAt || order.financialStatus === "partially_paid" || order.financialStatus === "pending") expect(net).toBe(0);
  }), { numRuns: 1_000 });
});

test.each([[2, 1_699], [3, 1_700]])("an acceptance of 2 on a line of %i is worth %i", (quantity, amount) => {
  expect(confirmedAmount({ quantity: 2, shownMinor: 1_700 }, { quantity, totalMinor: 1_699 })).toBe(amount);
});
