import { expect, test } from "vitest";
import type { AddedLine, SignedAcceptance } from "./match-lines";
import { matchLines } from "./match-lines";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 12, minute));
const signed = (decisionId: string, minute = 0, over: Partial<SignedAcceptance> = {}): SignedAcceptance => ({ decisionId, variantId: 5, quantity: 1, issuedAt: at(minute), ...over });
const added = (lineId: number, minute = 1, over: Partial<AddedLine> = {}): AddedLine => ({ lineId, variantId: 5, quantity: 1, addedAt: at(minute), ...over });
const matched = (acceptances: SignedAcceptance[], lines: AddedLine[], taken: number[] = []) =>
  matchLines(acceptances, lines, taken).map(({ acceptance, line }) => [acceptance.decisionId, line.lineId]);

test.each<[string, SignedAcceptance[], AddedLine[], unknown]>([
  ["the line of an acceptance is its own", [signed("a")], [added(1)], [["a", 1]]],
  ["two of the same go in the order of time", [signed("a"), signed("b", 3)], [added(2, 4), added(1)], [["a", 1], ["b", 2]]],
  ["no line belongs to two", [signed("a"), signed("b")], [added(1)], [["a", 1]]],
  ["another variant is another line", [signed("a")], [added(1, 1, { variantId: 6 })], []],
  ["a deleted variant is nobody's", [signed("a")], [added(1, 1, { variantId: null })], []],
  ["another quantity is another line", [signed("a")], [added(1, 1, { quantity: 2 })], []],
  ["clocks may differ by some minutes", [signed("a", 10)], [added(1, 6)], [["a", 1]]],
  ["what was added long before is another's", [signed("a", 10)], [added(1, 4)], []],
])("%s", (_case, acceptances, lines, expected) => {
  expect(matched(acceptances, lines)).toEqual(expected);
});

test("a line that is confirmed already is taken", () => {
  expect(matched([signed("a")], [added(1), added(2, 2)], [1])).toEqual([["a", 2]]);
});
