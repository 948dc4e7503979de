import { bestsellerCandidates } from "./bestseller";
import { boughtTogetherCandidates } from "./bought-together";
import type { StrategyOutcome } from "./candidate";
import { collectionLink } from "./collection-link";
import { downsellCandidates } from "./downsell";
import type { StrategyInput } from "./input";
import { manualCandidates } from "./manual";
import { priceLadderCandidates } from "./price-ladder";
import { reorderCandidates } from "./reorder";
import type { OfferStrategy } from "./strategy";

/** What an offer's strategy puts forward for an order; deterministic, and never an excluded product. */
export function candidatesOf(strategy: OfferStrategy, input: StrategyInput): StrategyOutcome {
  switch (strategy.kind) {
    case "manual": return manualCandidates(strategy, input);
    case "boughtTogether": return boughtTogetherCandidates(strategy, input);
    case "priceLadder": return priceLadderCandidates(strategy, input);
    case "downsell": return downsellCandidates(strategy, input);
    case "reorder": return reorderCandidates(strategy, input);
    case "bestseller": return bestsellerCandidates(strategy, input);
    case "collectionLink": return collectionLink(strategy, input);
    case "coupon": return { kind: "coupon", coupon: strategy };
    case "thankYouOnly": return { kind: "thanks" };
    default: return unhandled(strategy);
  }
}

/** Fails to compile while a kind has no case. */
function unhandled(strategy: never): never {
  throw new Error(`No such strategy: ${JSON.stringify(strategy)}`);
}
