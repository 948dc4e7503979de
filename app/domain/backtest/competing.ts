import type { ShopSnapshot } from "../decisions/decision";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import { compiledRule } from "../rules/compile";

/** So many sets of offers are kept ready; shops rarely come to a tenth of it. */
const KEPT = 2_000;

/** A shop in which only offers compete that may be chosen. */
export interface Competing {
  shop: ShopSnapshot;
  /** How many compete besides the tested one. */
  others: number;
}

/**
 * A shop's offers around the one that is tested. Offers whose rule is not met cannot be chosen: they are sent away before
 * the rest is asked, which costs more. One that is away takes no part in a decision, but what it showed still stands.
 */
export class CompetingOffers {
  private readonly away: readonly Offer[];
  private readonly known = new Map<string, Competing>();

  /** `tested` stays without its rule being asked; null: none does. */
  constructor(private readonly snapshot: ShopSnapshot, private readonly tested: Offer | null, private readonly left: Offer | null = null) {
    this.away = snapshot.offers.map((offer) => ({ ...offer, content: { ...offer.content, placements: [] } }));
  }

  /** The shop with those offers that may be chosen at a placement. */
  at(placement: Placement, facts: OrderFacts): Competing {
    const { offers } = this.snapshot;
    let key = "";
    for (let place = 0; place < offers.length; place += 1) {
      const offer = offers[place];
      if (!offer || offer === this.tested || offer === this.left || !offer.content.placements.includes(placement)) continue;
      if (compiledRule(offer.content.rule)(facts, offer.id).truth === "met") key += `${String(place)} `;
    }
    let competing = this.known.get(key);
    if (!competing) {
      if (this.known.size >= KEPT) this.known.clear();
      this.known.set(key, (competing = this.of(key)));
    }
    return competing;
  }

  /** The shop with none but the tested offer. */
  alone(): ShopSnapshot {
    return this.of("").shop;
  }

  private of(key: string): Competing {
    const places = new Set(key.split(" ").slice(0, -1).map(Number));
    const offers = this.snapshot.offers.map((offer, place) => (offer === this.tested || places.has(place) ? offer : this.away[place] ?? offer));
    return { shop: { ...this.snapshot, offers }, others: places.size };
  }
}
