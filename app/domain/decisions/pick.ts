import { courtesyOfferOf, strategyOf } from "../strategies/strategy";
import { candidatesOf } from "../strategies/candidates";
import { NO_SOURCES } from "../strategies/sources";
import { canShow } from "../placements/strategy-fit";
import type { StrategyCandidate, StrategyOutcome } from "../strategies/candidate";
import type { Offer } from "../offers/offer";
import type { Question } from "./question";
import type { Refusal } from "./refusal";
import { shopIndexOf } from "./shop-index";

/** Enough to rank by value, few enough to examine on every decision. */
const CANDIDATES = 3;
/** Beside those that are shown, so that value has something to choose from. */
const SPARE = 2;
const NO_PURCHASES: readonly never[] = [];
const noExclusions = { productIds: [], collectionIds: [], tags: [] };

export type Special = Extract<StrategyOutcome, { kind: "link" | "coupon" }>;
export type Picked = { candidates: readonly StrategyCandidate[] } | { special: Special } | Refusal;

/** What an offer's strategy puts forward for an order, or why it has nothing. */
export function pickProducts(offer: Offer, { snapshot, request, history, courtesy, now, wanted }: Question): Picked {
  const strategy = strategyOf(offer.content);
  if (!canShow(request.placement, strategy.kind)) return { code: "notForPlacement", strategy: strategy.kind };
  const asked = courtesyOfferOf(offer.id, strategy);
  const index = shopIndexOf(snapshot.products);
  const found = candidatesOf(strategy, {
    facts: request.facts,
    content: offer.content,
    catalogue: index.catalogue,
    ladder: index.ladder,
    sources: history.sources ?? NO_SOURCES,
    gift: request.gift ?? null,
    purchases: history.courtesy?.purchases ?? NO_PURCHASES,
    policy: courtesy.policy,
    courtesy: (product) => courtesy.product(asked, product),
    staffExclusions: snapshot.staffExclusions ?? noExclusions,
    declined: history.declined ?? null,
    now,
    limit: wanted === "any" ? 1 : Math.max(CANDIDATES, (request.room ?? 1) + SPARE),
    isAnyEnough: wanted === "any",
  });
  switch (found.kind) {
    case "thanks": return { code: "thanked" };
    case "link":
    case "coupon": return { special: found };
    case "products": {
      if (found.candidates.length > 0) return { candidates: found.candidates };
      if (found.refused.length === 0 && strategy.kind !== "manual") return { code: "nothingFound", strategy: strategy.kind };
      return { code: "noProduct", products: found.refused.map(({ productId, code }) => ({ productId, code })) };
    }
  }
}
