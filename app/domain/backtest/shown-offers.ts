import { DAY_MS } from "../courtesy/days";
import type { Encounter } from "../courtesy/history";
import type { Placement } from "../offers/placement";
import type { EncounterFacts } from "../orders/fact-groups";
import { openUntil } from "./moments";
import type { PastOrder } from "./past-order";

/** Longer ago than any limit of the courtesy policy looks back. */
const KEPT_DAYS = 731;

/** The page of a purchase on which an offer stands. */
export interface Page {
  placement: Placement;
  step: 1 | 2;
}

/** What a replay has shown to each customer so far: always seen, never answered. */
export class ShownOffers {
  private readonly byCustomer = new Map<string, Encounter[]>();
  /** Of the purchase in hand: it counts although nobody may be known. */
  private ofPurchase: { referenceId: string; encounters: Encounter[] } = { referenceId: "", encounters: [] };

  /** Shown to the customer so far, this purchase included. */
  before(order: PastOrder): readonly Encounter[] {
    if (order.customerKey !== null) return this.byCustomer.get(order.customerKey) ?? [];
    return this.ofPurchase.referenceId === referenceOf(order) ? this.ofPurchase.encounters : [];
  }

  /** Whole days since this customer last saw each offer; null for a guest without a key. */
  facts({ customerKey, processedAt }: PastOrder): EncounterFacts | null {
    if (customerKey === null) return null;
    const impression: Record<string, number> = {};
    for (const { offerId, offeredAt } of this.byCustomer.get(customerKey) ?? []) {
      impression[offerId] = Math.floor((processedAt.getTime() - offeredAt.getTime()) / DAY_MS);
    }
    return { impression, acceptance: {}, decline: {} };
  }

  add(order: PastOrder, { placement, step }: Page, { offerId, prices }: Pick<Encounter, "offerId" | "prices">): void {
    const { customerKey, processedAt } = order;
    const encounter: Encounter = {
      offerId, placement, referenceId: referenceOf(order), step, prices,
      offeredAt: processedAt, expiresAt: openUntil(placement, processedAt), shownAt: processedAt, declinedAt: null, acceptedAt: null,
    };
    if (customerKey === null) {
      const held = this.ofPurchase.referenceId === encounter.referenceId ? this.ofPurchase.encounters : [];
      this.ofPurchase = { referenceId: encounter.referenceId, encounters: [...held, encounter] };
      return;
    }
    const known = this.byCustomer.get(customerKey);
    const oldest = processedAt.getTime() - KEPT_DAYS * DAY_MS;
    if (known) this.byCustomer.set(customerKey, [...known.filter(({ offeredAt }) => offeredAt.getTime() >= oldest), encounter]);
    else this.byCustomer.set(customerKey, [encounter]);
  }
}

/** What names an order's purchase at every placement. */
export function referenceOf({ checkoutToken, id }: Pick<PastOrder, "checkoutToken" | "id">): string {
  return checkoutToken ?? String(id);
}
