import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";
import { type CompiledRule, compiledRule } from "../rules/compile";

/** So many sets of offers are kept ready; shops rarely come to a tenth of it. */
const KEPT = 2_000;

/** The offers of a shop that may be chosen. */
export interface Competing {
  offers: readonly Offer[];
  /** How many compete besides the tested one. */
  others: number;
  /** The set that an offer at a later place makes of this one. */
  withPlace: Map<number, Competing>;
}

/** An offer whose rule decides whether it competes. */
interface Entrant {
  place: number;
  offer: Offer;
  rule: CompiledRule;
}

/**
 * A shop's offers around the one that is tested. Offers whose rule is not met cannot be chosen: they are left out before
 * the rest is asked, which costs more. What one that is left out has shown still stands.
 */
export class CompetingOffers {
  private readonly none: Competing;
  private readonly entrants = new Map<Placement, readonly Entrant[]>();
  private kept = 0;

  /** `tested` stays without its rule being asked; null: none does. */
  constructor(private readonly offers: readonly Offer[], private readonly tested: Offer | null, private readonly left: Offer | null = null) {
    this.none = this.of([]);
  }

  /** Those offers that may be chosen at a placement. */
  at(placement: Placement, facts: OrderFacts): Competing {
    let competing = this.none;
    for (const { place, offer, rule } of this.entrantsAt(placement)) {
      if (rule(facts, offer.id).truth === "met") competing = this.with(competing, place, offer);
    }
    return competing;
  }

  /** None but the tested offer. */
  alone(): readonly Offer[] {
    return this.none.offers;
  }

  private entrantsAt(placement: Placement): readonly Entrant[] {
    let entrants = this.entrants.get(placement);
    if (!entrants) {
      entrants = this.offers
        .map((offer, place) => ({ place, offer, rule: compiledRule(offer.content.rule) }))
        .filter(({ offer }) => offer !== this.tested && offer !== this.left && offer.content.placements.includes(placement));
      this.entrants.set(placement, entrants);
    }
    return entrants;
  }

  private with(before: Competing, place: number, offer: Offer): Competing {
    const known = before.withPlace.get(place);
    if (known) return known;
    if (this.kept >= KEPT) {
      this.none.withPlace.clear();
      this.kept = 0;
    }
    this.kept += 1;
    const after = this.of([...before.offers.filter((one) => one !== this.tested), offer]);
    before.withPlace.set(place, after);
    return after;
  }

  private of(others: readonly Offer[]): Competing {
    return { offers: this.tested ? [...others, this.tested] : others, others: others.length, withPlace: new Map() };
  }
}
