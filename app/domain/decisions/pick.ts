import { courtesyOfferOf, strategyOf } from "../strategies/strategy";
import { candidatesOf } from "../strategies/candidates";
import { NO_SOURCES } from "../strategies/sources";
import type { StrategyCandidate } from "../strategies/candidate";
import type { Offer } from "../offers/offer";
import type { CourtesyOfDecision } from "./courtesy-of";
import type { CustomerHistory, DecisionRequest, ShopSnapshot } from "./decision";
import type { Refusal } from "./refusal";
import { shopIndexOf } from "./shop-index";

/** Enough to rank by value, few enough to examine on every decision. */
const CANDIDATES = 3;
const noExclusions = { productIds: [], collectionIds: [], tags: [] };

export type Picked = { candidates: readonly StrategyCandidate[] } | Refusal;

/** What an offer's strategy puts forward for an order at the post-purchase page, or why it has nothing. */
export function pickProducts(
  offer: Offer, snapshot: ShopSnapshot, request: DecisionRequest, history: CustomerHistory, courtesy: CourtesyOfDecision, now: Date,
): Picked {
  const strategy = strategyOf(offer.content);
  const asked = courtesyOfferOf(offer.id, strategy);
  const index = shopIndexOf(snapshot.products);
  const found = candidatesOf(strategy, {
    facts: request.facts,
    content: offer.content,
    catalogue: index.catalogue,
    get ladder() { return index.ladder; },
    sources: history.sources ?? NO_SOURCES,
    purchases: history.courtesy?.purchases ?? [],
    policy: courtesy.policy,
    courtesy: (product) => courtesy.product(asked, product),
    staffExclusions: snapshot.staffExclusions ?? noExclusions,
    declined: history.declined ?? null,
    now,
    limit: CANDIDATES,
  });
  switch (found.kind) {
    case "thanks": return { code: "thanked" };
    case "link":
    case "coupon": return { code: "notForPlacement", strategy: strategy.kind };
    case "products": {
      if (found.candidates.length > 0) return { candidates: found.candidates };
      if (found.refused.length === 0 && strategy.kind !== "manual") return { code: "nothingFound", strategy: strategy.kind };
      return { code: "noProduct", products: found.refused.map(({ productId, code }) => ({ productId, code })) };
    }
  }
}
