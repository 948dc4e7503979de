import type { MirroredRefundLine } from "../orders/mirrored-order";
import { isUnpaid } from "../orders/mirrored-order";
import { taxWithin } from "../money/tax";
import type { ConfirmedAcceptance, EntryKind, SettledOrder } from "./entries";

/** Something that moves an acceptance's money, and by how much in all; its key ends with the acceptance's own. */
export interface Cause {
  key: string;
  kind: EntryKind;
  amountMinor: number;
  /** The tax in it. */
  taxMinor: number;
  happenedAt: Date;
}

/**
 * Why the merchant keeps what they keep of an acceptance, in the state an order is in; null while its line is unknown.
 *
 * A line may hold more units than were accepted, of the same variant. The accepted ones count as the last bought and so
 * as the first to go: a refund of the line takes from them before it takes from the others, and the ledger shows rather
 * too little than money that was given back. Nothing ever takes more than was accepted. Nobody pays for a test order.
 */
export function causesOf(acceptance: ConfirmedAcceptance, order: SettledOrder): Cause[] | null {
  const line = order.lines.find(({ id }) => id === acceptance.lineId);
  if (!line) return null;
  if (order.test) return [];
  const own = ledgerKeyOf(acceptance);
  const { amountMinor, confirmedAt } = acceptance;
  // Of what is kept after each cause, so that the tax of what is given back in full comes to nothing again.
  const taxOf = (keptMinor: number) => taxWithin(keptMinor, { totalMinor: line.totalMinor, taxMinor: line.taxMinor ?? 0, taxesIncluded: order.taxesIncluded ?? false });
  const causes: Cause[] = [{ key: `accepted:${own}`, kind: "accepted", amountMinor, taxMinor: taxOf(amountMinor), happenedAt: confirmedAt }];
  let unitsLeft = acceptance.quantity;
  let moneyLeft = amountMinor;
  const take = (key: string, kind: EntryKind, minor: number, happenedAt: Date) => {
    const taken = Math.min(minor, moneyLeft);
    if (taken <= 0) return;
    const taxMinor = taxOf(moneyLeft - taken) - taxOf(moneyLeft);
    moneyLeft -= taken;
    causes.push({ key: `${key}:${own}`, kind, amountMinor: -taken, taxMinor, happenedAt });
  };
  const refunds = refundsOf(line.id, order);
  for (const refund of refunds) {
    const units = Math.min(refund.quantity, unitsLeft);
    unitsLeft -= units;
    take(`refund:${refund.refundId}:${line.id}`, "refund", shareOf(refund.subtotalMinor, units, refund.quantity), refund.refundedAt);
  }
  // Units gone without a refund that names them: an edit removed them, or the refund has yet to arrive.
  const removed = Math.min(unitsLeft, line.quantity - line.currentQuantity - refunds.reduce((sum, { quantity }) => sum + quantity, 0));
  if (order.cancelledAt) take("cancellation", "cancellation", moneyLeft, order.cancelledAt);
  else if (removed > 0) take("removal", "refund", shareOf(moneyLeft, removed, unitsLeft), order.sourceAt);
  if (isUnpaid(order.financialStatus)) take("unpaid", "unpaid", moneyLeft, order.sourceAt);
  return causes;
}

/** What the keys of an acceptance's entries end with. */
export function ledgerKeyOf({ decisionId, claimId }: Pick<ConfirmedAcceptance, "decisionId" | "claimId">): string {
  return claimId ?? decisionId;
}

/** The key of the cause that an entry is of: the entry's own without its number. */
export function causeIn(sourceKey: string): string {
  return sourceKey.replace(/#\d+$/, "");
}

/** What the key of an entry ends with: the acceptance that it is of. */
export function ownKeyIn(sourceKey: string): string {
  return causeIn(sourceKey).split(":").at(-1) ?? "";
}

function refundsOf(lineId: number, order: SettledOrder): MirroredRefundLine[] {
  return order.refundLines
    .filter((refund) => refund.lineId === lineId)
    .sort((one, other) => one.refundedAt.getTime() - other.refundedAt.getTime() || one.refundId - other.refundId);
}

/** The part of an amount that falls to some of its units, rounded down; the amount itself for all of them. */
function shareOf(minor: number, units: number, of: number): number {
  return units === of ? minor : Math.floor((minor * units) / of);
}
