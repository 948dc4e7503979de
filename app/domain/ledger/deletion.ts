import type { NewEntry, RecordedEntry } from "./entries";
import { ownKeyIn } from "./causes";

/** An entry with what a further one needs to stand beside it. */
export type TracedEntry = RecordedEntry & Pick<NewEntry, "decisionId" | "lineId" | "currency">;

/**
 * What takes back whatever is left of an order's acceptances when Shopify deletes it: one entry each, none where nothing is
 * left. The entries before it stay, so that it can be told what was earned until then.
 */
export function deletionEntries(existing: readonly TracedEntry[], deletedAt: Date): NewEntry[] {
  const left = new Map<string, NewEntry>();
  for (const { sourceKey, amountMinor, taxMinor, decisionId, lineId, currency } of existing) {
    const own = ownKeyIn(sourceKey);
    const before = left.get(own) ?? { sourceKey: `deletion:${own}`, decisionId, lineId, kind: "deletion", amountMinor: 0, taxMinor: 0, currency, happenedAt: deletedAt };
    left.set(own, { ...before, amountMinor: before.amountMinor - amountMinor, taxMinor: before.taxMinor - taxMinor });
  }
  return [...left.values()].filter(({ amountMinor, taxMinor }) => amountMinor !== 0 || taxMinor !== 0);
}
