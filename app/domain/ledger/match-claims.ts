import { DAY_MS } from "../courtesy/days";

/** What a shopper chose of a block and no order has shown yet. */
export interface OpenClaim {
  id: string;
  decisionId: string;
  variantId: number;
  /** The most units that it is good for. */
  quantity: number;
  /** As shown. */
  unitMinor: number;
  claimedAt: Date;
  expiresAt: Date;
  discountCode: string | null;
}

export interface ClaimingLine {
  id: number;
  variantId: number | null;
  quantity: number;
  totalMinor: number;
  /** Of what this shop signed and the line carries. */
  claimIds: readonly string[];
}

export interface ClaimingOrder {
  processedAt: Date;
  discountCodes: readonly string[];
  lines: readonly ClaimingLine[];
}

export interface MatchedClaim {
  claim: OpenClaim;
  lineId: number;
  /** Of the line, as far as claimed. */
  units: number;
  amountMinor: number;
}

/** The app's clock and Shopify's may differ by as much. */
const clockToleranceMs = 5 * 60_000;
/** A checkout that was begun in time may be paid this much later. */
const graceMs = DAY_MS;

/**
 * Which line of an order came of which claim: the line that carries its mark, else the first of its variant where the
 * order used its code; no line belongs to two. Units beyond what was claimed count nothing, and neither does what was
 * ordered before the choice or long after its end.
 */
export function matchClaims(claims: readonly OpenClaim[], order: ClaimingOrder, takenLineIds: Iterable<number>): MatchedClaim[] {
  const taken = new Set(takenLineIds);
  const codes = new Set(order.discountCodes.map((code) => code.toLowerCase()));
  const at = order.processedAt.getTime();
  return claims.flatMap((claim) => {
    if (at < claim.claimedAt.getTime() - clockToleranceMs || at > claim.expiresAt.getTime() + graceMs) return [];
    const candidates = order.lines.filter(({ id, variantId, quantity }) => variantId === claim.variantId && quantity > 0 && !taken.has(id));
    const isCodeUsed = claim.discountCode !== null && codes.has(claim.discountCode.toLowerCase());
    const line = candidates.find(({ claimIds }) => claimIds.includes(claim.id)) ?? (isCodeUsed ? candidates[0] : undefined);
    if (!line) return [];
    taken.add(line.id);
    const units = Math.min(line.quantity, claim.quantity);
    const amountMinor = line.quantity === units ? line.totalMinor : Math.min(claim.unitMinor * units, line.totalMinor);
    return [{ claim, lineId: line.id, units, amountMinor }];
  });
}
