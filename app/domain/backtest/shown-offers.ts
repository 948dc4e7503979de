import type { Encounter } from "../courtesy/history";
import type { PresentedOffer } from "../decisions/contract";
import type { Placement } from "../offers/placement";
import type { EncounterFacts } from "../orders/fact-groups";
import type { PastOrder } from "./past-order";

const dayMs = 86_400_000;
/** Longer ago than any limit of the courtesy policy looks back. */
const keptDays = 731;

/** What a replay has shown to each customer so far: always seen, never answered. */
export class ShownOffers {
  private readonly byCustomer = new Map<string, Encounter[]>();

  of(customerKey: string | null): readonly Encounter[] {
    return (customerKey !== null && this.byCustomer.get(customerKey)) || [];
  }

  /** Whole days since this customer last saw each offer; null for a guest without a key. */
  facts(customerKey: string | null, at: Date): EncounterFacts | null {
    if (customerKey === null) return null;
    const impression: Record<string, number> = {};
    for (const { offerId, offeredAt } of this.of(customerKey)) impression[offerId] = Math.floor((at.getTime() - offeredAt.getTime()) / dayMs);
    return { impression, acceptance: {}, decline: {} };
  }

  add({ customerKey, processedAt, id, checkoutToken }: PastOrder, placement: Placement, presented: PresentedOffer): void {
    if (customerKey === null) return;
    const { offerId, productId, variants } = presented;
    const encounter: Encounter = {
      offerId, placement, referenceId: checkoutToken ?? String(id), step: 1,
      prices: variants.map(({ variantId, discountedMinor }) => ({ productId, variantId, unitMinor: discountedMinor })),
      offeredAt: processedAt, expiresAt: processedAt, shownAt: processedAt, declinedAt: null, acceptedAt: null,
    };
    const known = this.byCustomer.get(customerKey);
    const oldest = processedAt.getTime() - keptDays * dayMs;
    if (known) this.byCustomer.set(customerKey, [...known.filter(({ offeredAt }) => offeredAt.getTime() >= oldest), encounter]);
    else this.byCustomer.set(customerKey, [encounter]);
  }
}
