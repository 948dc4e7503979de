import type { MirroredOrder } from "../orders/mirrored-order";
import type { Cause } from "./causes";
import { causeIn, causesOf, ledgerKeyOf } from "./causes";

export type EntryKind = "accepted" | "refund" | "cancellation" | "unpaid" | "deletion" | "reversal";

/** An acceptance whose line the order has confirmed: of one click after the purchase, or of what was chosen of a block. */
export interface ConfirmedAcceptance {
  decisionId: string;
  /** Of a block, where one decision may have several. */
  claimId?: string;
  lineId: number;
  /** Units accepted; the line may hold more of the same variant. */
  quantity: number;
  /** What they cost as the order prices them: with the tax where prices include it. See `confirmedAmount`. */
  amountMinor: number;
  currency: string;
  confirmedAt: Date;
}

/** What the ledger needs of the mirrored order. */
export type SettledOrder = Pick<MirroredOrder, "cancelledAt" | "financialStatus" | "sourceAt" | "refundLines" | "taxesIncluded" | "test"> & {
  lines: readonly Pick<MirroredOrder["lines"][number], "id" | "quantity" | "currentQuantity" | "totalMinor" | "taxMinor">[];
};

export interface RecordedEntry {
  sourceKey: string;
  amountMinor: number;
  /** The tax in the amount, of the same sign; added revenue is the amount without it. */
  taxMinor: number;
}

export interface NewEntry extends RecordedEntry {
  decisionId: string;
  lineId: number;
  kind: EntryKind;
  currency: string;
  happenedAt: Date;
}

/**
 * The amount to keep for an acceptance when its line arrives: Shopify's own for the line where the line is this
 * acceptance's alone, otherwise what was shown. Keep it once; later edits of the line are not the offer's doing.
 */
export function confirmedAmount(accepted: { quantity: number; shownMinor: number }, line: { quantity: number; totalMinor: number }): number {
  return line.quantity === accepted.quantity ? line.totalMinor : accepted.shownMinor;
}

/**
 * The entries that make an acceptance's net in the ledger equal what the merchant really kept, given those there are.
 *
 * Each cause (the acceptance, a refund of the line, a cancellation, an unpaid edit) has one target in the order's newest
 * state, tax included; where its entries do not add up to it, the difference is appended: under the cause's own key the
 * first time, then with a number. A tax that is learnt later is an entry without an amount. So settling again adds
 * nothing, states may come in any order and any number of times, and a cancellation or debt that is undone is reversed by
 * an entry, never edited. The key is unique in the ledger: two processes that settle at once write the same entries.
 */
export function missingEntries(acceptance: ConfirmedAcceptance, order: SettledOrder, existing: readonly RecordedEntry[]): NewEntry[] {
  const recorded = groupByCause(existing, ledgerKeyOf(acceptance));
  const targets = causesOf(acceptance, order);
  if (targets === null) return [];
  const gone = [...recorded.keys()].filter((key) => !targets.some((cause) => cause.key === key));
  const causes = [...targets, ...gone.map((key): Cause => ({ key, kind: "reversal", amountMinor: 0, taxMinor: 0, happenedAt: order.sourceAt }))];
  return causes.flatMap((cause) => {
    const there = recorded.get(cause.key) ?? { count: 0, amountMinor: 0, taxMinor: 0 };
    const difference = cause.amountMinor - there.amountMinor;
    const taxDifference = cause.taxMinor - there.taxMinor;
    if (difference === 0 && taxDifference === 0) return [];
    // What the cause itself brings about carries its kind and time; whatever takes that back is a reversal found now.
    const undoes = there.count > 0 && Math.sign(difference) !== Math.sign(cause.amountMinor);
    return [{
      sourceKey: there.count === 0 ? cause.key : `${cause.key}#${there.count + 1}`,
      decisionId: acceptance.decisionId,
      lineId: acceptance.lineId,
      kind: undoes ? "reversal" : cause.kind,
      amountMinor: difference,
      taxMinor: taxDifference,
      currency: acceptance.currency,
      happenedAt: there.count === 0 ? cause.happenedAt : order.sourceAt,
    }];
  });
}

interface CauseSum {
  count: number;
  amountMinor: number;
  taxMinor: number;
}

function groupByCause(existing: readonly RecordedEntry[], ledgerKey: string): Map<string, CauseSum> {
  const groups = new Map<string, CauseSum>();
  for (const { sourceKey, amountMinor, taxMinor } of existing) {
    const key = causeIn(sourceKey);
    // Other acceptances of the same order have entries of their own.
    if (!key.endsWith(`:${ledgerKey}`)) continue;
    const group = groups.get(key) ?? { count: 0, amountMinor: 0, taxMinor: 0 };
    groups.set(key, { count: group.count + 1, amountMinor: group.amountMinor + amountMinor, taxMinor: group.taxMinor + taxMinor });
  }
  return groups;
}
