import { expect, test } from "vitest";
import type { ClaimingLine, ClaimingOrder, OpenClaim } from "./match-claims";
import { matchClaims } from "./match-claims";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
const claim = (over: Partial<OpenClaim> = {}): OpenClaim => ({
  id: "c1", decisionId: "d1", variantId: 2001, quantity: 2, unitMinor: 800, claimedAt: at(10), expiresAt: at(12), discountCode: null, ...over,
});
const line = (over: Partial<ClaimingLine> = {}): ClaimingLine => ({ id: 7, variantId: 2001, quantity: 2, totalMinor: 1_600, claimIds: ["c1"], ...over });
const order = (lines: ClaimingLine[], over: Partial<ClaimingOrder> = {}): ClaimingOrder => ({ processedAt: at(11), discountCodes: [], lines, ...over });

test.each<[string, OpenClaim[], ClaimingOrder, [string, number, number, number][]]>([
  ["by its mark, at Shopify's amount", [claim()], order([line({ totalMinor: 1_599 })]), [["c1", 7, 2, 1_599]]],
  ["fewer units than claimed", [claim()], order([line({ quantity: 1, totalMinor: 800 })]), [["c1", 7, 1, 800]]],
  ["more units than claimed, at the price shown", [claim()], order([line({ quantity: 5, totalMinor: 4_600 })]), [["c1", 7, 2, 1_600]]],
  ["never more than the line cost", [claim()], order([line({ quantity: 3, totalMinor: 900 })]), [["c1", 7, 2, 900]]],
  ["no mark", [claim()], order([line({ claimIds: [] })]), []],
  ["another claim's mark", [claim()], order([line({ claimIds: ["c2"] })]), []],
  ["another variant with the mark", [claim()], order([line({ variantId: 2002 })]), []],
  ["a line that another acceptance has", [claim()], order([line({ id: 1 })]), []],
  ["one line, two claims", [claim(), claim({ id: "c2" })], order([line({ claimIds: ["c1", "c2"] })]), [["c1", 7, 2, 1_600]]],
  ["two lines with one mark", [claim()], order([line(), line({ id: 8 })]), [["c1", 7, 2, 1_600]]],
  ["by its code, whatever its case", [claim({ discountCode: "ENC-1" })], order([line({ claimIds: [] })], { discountCodes: ["enc-1"] }), [["c1", 7, 2, 1_600]]],
  ["a code that was not used", [claim({ discountCode: "ENC-1" })], order([line({ claimIds: [] })], { discountCodes: ["OTHER"] }), []],
  ["ordered before it was chosen", [claim()], order([line()], { processedAt: at(9) }), []],
  ["ordered the day after its end", [claim()], order([line()], { processedAt: new Date("2026-11-22T11:59:00Z") }), [["c1", 7, 2, 1_600]]],
  ["ordered long after its end", [claim()], order([line()], { processedAt: new Date("2026-11-22T12:01:00Z") }), []],
])("%s", (_case, claims, placed, found) => {
  expect(matchClaims(claims, placed, [1]).map(({ claim: { id }, lineId, units, amountMinor }) => [id, lineId, units, amountMinor])).toEqual(found);
});
