import { expect, test } from "vitest";
import { deletionEntries } from "./deletion";
import type { TracedEntry } from "./deletion";

const deletedAt = new Date("2026-11-20T12:00:00Z");
const entry = (sourceKey: string, amountMinor: number, taxMinor = 0): TracedEntry => ({ sourceKey, amountMinor, taxMinor, decisionId: "d1", lineId: 71, currency: "GBP" });

test.each<[string, TracedEntry[], Array<[string, number, number]>]>([
  ["nothing was earned", [], []],
  ["all of it stands", [entry("accepted:d1", 1_700, 283)], [["deletion:d1", -1_700, -283]]],
  ["a part was refunded", [entry("accepted:d1", 1_700, 283), entry("refund:5:71:d1", -850, -142)], [["deletion:d1", -850, -141]]],
  ["it was cancelled before", [entry("accepted:d1", 1_700, 283), entry("cancellation:d1", -1_700, -283)], []],
  ["a cancellation was undone", [entry("accepted:d1", 900), entry("cancellation:d1", -900), entry("cancellation:d1#2", 900)], [["deletion:d1", -900, 0]]],
  ["only tax is left of it", [entry("accepted:d1", 900), entry("cancellation:d1", -900), entry("accepted:d1#2", 0, 150)], [["deletion:d1", 0, -150]]],
  ["two things were accepted", [entry("accepted:d1", 900), entry("accepted:c2", 500)], [["deletion:d1", -900, 0], ["deletion:c2", -500, 0]]],
  ["it is deleted again", [entry("accepted:d1", 900), entry("deletion:d1", -900)], []],
])("of a deleted order nothing is left where %s", (_case, existing, taken) => {
  const entries = deletionEntries(existing, deletedAt);
  expect(entries.map(({ sourceKey, amountMinor, taxMinor }) => [sourceKey, amountMinor, taxMinor])).toEqual(taken);
  expect(entries.every((one) => one.kind === "deletion" && one.happenedAt === deletedAt && one.decisionId === "d1" && one.lineId === 71 && one.currency === "GBP")).toBe(true);
});
