/** A line that the app added to an order after it was placed. */
export interface AddedLine {
  lineId: number;
  variantId: number | null;
  quantity: number;
  addedAt: Date;
}

export interface SignedAcceptance {
  decisionId: string;
  variantId: number;
  quantity: number;
  issuedAt: Date;
}

/** The app's clock and Shopify's may differ by as much. */
const clockToleranceMs = 5 * 60_000;

/**
 * Which added line belongs to which acceptance: the same variant and quantity, added after it was signed, the earlier
 * line to the earlier acceptance; no line belongs to two.
 */
export function matchLines<Acceptance extends SignedAcceptance>(
  acceptances: readonly Acceptance[],
  lines: readonly AddedLine[],
  takenLineIds: Iterable<number>,
): Array<{ acceptance: Acceptance; line: AddedLine }> {
  const taken = new Set(takenLineIds);
  const earliestFirst = [...lines].sort((one, other) => one.addedAt.getTime() - other.addedAt.getTime());
  return acceptances.flatMap((acceptance) => {
    const line = earliestFirst.find(
      ({ lineId, variantId, quantity, addedAt }) =>
        !taken.has(lineId) && variantId === acceptance.variantId && quantity === acceptance.quantity &&
        addedAt.getTime() >= acceptance.issuedAt.getTime() - clockToleranceMs,
    );
    if (!line) return [];
    taken.add(line.lineId);
    return [{ acceptance, line }];
  });
}
