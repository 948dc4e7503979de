import type { TaxedLine } from "../money/tax";
import { taxWithin } from "../money/tax";
import { feeOf } from "./fee";

/** One entry of the ledger with what its order's line says of tax. */
export interface EntryToBill {
  entryId: string;
  acceptanceKey: string;
  decisionId: string;
  orderId: number;
  /** Whether it is what the customer accepted, rather than something that took of it or gave it back. */
  isAcceptance: boolean;
  amountMinor: number;
  happenedAt: Date;
  line: TaxedLine;
}

/** What is billed of an acceptance already, over all periods. */
export interface BilledSoFar {
  /** Kept: accepted less given back. */
  keptMinor: number;
  taxMinor: number;
}

/** A change of one acceptance's line in the present period; amounts are added to it. */
export interface LineChange {
  acceptanceKey: string;
  decisionId: string;
  orderId: number;
  changedAt: Date;
  grossMinor: number;
  refundMinor: number;
  taxMinor: number;
  netMinor: number;
  feeMinor: number;
}

export interface Billed {
  /** Entries that count in the period, and those that cost nothing: from before `chargedFrom`, or given back of such. */
  counted: string[];
  free: string[];
  changes: LineChange[];
  netMinor: number;
  feeMinor: number;
}

/**
 * What ledger entries add to a period. What was accepted before `chargedFrom` (on trial, on another plan) is free, and a
 * refund of it gives nothing back. Fees are shares of the fee on the period's whole net, in the order of the entries, so
 * that the lines add up to it; the tax of an acceptance that is given back in full comes to nothing again.
 */
export function billEntries(
  entries: readonly EntryToBill[],
  known: ReadonlyMap<string, BilledSoFar>,
  period: { netMinor: number; feeMinor: number },
  chargedFrom: Date,
): Billed {
  const billed: Billed = { counted: [], free: [], changes: [], netMinor: period.netMinor, feeMinor: period.feeMinor };
  const soFar = new Map([...known].map(([key, value]) => [key, { ...value }]));
  const changes = new Map<string, LineChange>();
  for (const entry of entries) {
    const { acceptanceKey, amountMinor } = entry;
    const isNew = entry.isAcceptance && entry.happenedAt.getTime() >= chargedFrom.getTime();
    const before = soFar.get(acceptanceKey) ?? (isNew ? { keptMinor: 0, taxMinor: 0 } : null);
    if (!before) {
      billed.free.push(entry.entryId);
      continue;
    }
    const keptMinor = before.keptMinor + amountMinor;
    const taxMinor = taxWithin(keptMinor, entry.line);
    const tax = taxMinor - before.taxMinor;
    soFar.set(acceptanceKey, { keptMinor, taxMinor });
    billed.counted.push(entry.entryId);
    billed.netMinor += amountMinor - tax;
    const feeMinor = feeOf(billed.netMinor);
    add(changes, entry, { tax, fee: feeMinor - billed.feeMinor });
    billed.feeMinor = feeMinor;
  }
  billed.changes = [...changes.values()];
  return billed;
}

function add(changes: Map<string, LineChange>, entry: EntryToBill, { tax, fee }: { tax: number; fee: number }): void {
  const { acceptanceKey, decisionId, orderId, amountMinor, happenedAt } = entry;
  const change = changes.get(acceptanceKey) ?? { acceptanceKey, decisionId, orderId, changedAt: happenedAt, grossMinor: 0, refundMinor: 0, taxMinor: 0, netMinor: 0, feeMinor: 0 };
  if (entry.isAcceptance) change.grossMinor += amountMinor;
  else change.refundMinor += amountMinor;
  change.taxMinor += tax;
  change.netMinor += amountMinor - tax;
  change.feeMinor += fee;
  if (happenedAt > change.changedAt) change.changedAt = happenedAt;
  changes.set(acceptanceKey, change);
}
