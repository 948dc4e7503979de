import { decide } from "../decisions/decide";
import type { CandidateReason, CustomerHistory, Decision, DecisionRequest, ShopSnapshot } from "../decisions/decision";
import type { Offer, OfferContent } from "../offers/offer";
import type { DeclinedOffer } from "../strategies/input";
import { strategyOf } from "../strategies/strategy";
import type { NothingToPreview, Preview } from "./contract";

/** Belongs to no offer that was ever saved. */
const previewOfferId = "00000000-0000-4000-8000-000000000000";

/**
 * What a draft comes to for an order: decided as always, except that nothing competes with it, nobody is held out and
 * courtesy is not asked. Placements that are switched off are drawn too.
 */
export function decidePreview(snapshot: ShopSnapshot, content: OfferContent, request: Omit<DecisionRequest, "step">, history: Pick<CustomerHistory, "sources">, now: Date): Preview {
  const downsells = strategyOf(content).kind === "downsell";
  const past = { acceptedOfferIds: new Set<string>(), ...history };
  const declined = downsells ? firstDeclined(snapshot, content, request, past, now) : null;
  if (downsells && request.placement === "post-purchase" && declined === null) return nothing({ code: "noFirstOffer" });
  const offer: Offer = { id: previewOfferId, version: 0, status: "active", priority: 1, content: { ...content, placements: [request.placement] } };
  const decision = decide(alone(snapshot, [offer]), { ...request, step: declined ? 2 : 1 }, { ...past, declined }, now);
  if (request.placement === "post-purchase") return decision.chosen ? { kind: "page", offer: decision.chosen.presented } : nothing(whyNothing(decision, snapshot));
  return decision.shown ? { kind: "block", block: decision.shown.block } : nothing(whyNothing(decision, snapshot));
}

/** What a shopper would have said no to before: the offer that the downsell names, or the best of those that are live. */
function firstDeclined(snapshot: ShopSnapshot, content: OfferContent, request: Omit<DecisionRequest, "step">, history: CustomerHistory, now: Date): DeclinedOffer | null {
  const strategy = strategyOf(content);
  const named = strategy.kind === "downsell" ? strategy.ofOfferId : null;
  const offers = snapshot.offers.filter(({ id }) => named === null || id === named).map((offer) => ({ ...offer, content: { ...offer.content, rule: content.rule } }));
  const { chosen } = decide(alone(snapshot, offers), { ...request, step: 1 }, history, now);
  if (!chosen) return null;
  const { offerId, productId, variants } = chosen.presented;
  return { offerId, productId, prices: variants.map(({ variantId, discountedMinor }) => ({ productId, variantId, unitMinor: discountedMinor })) };
}

function alone({ placements: _switches, ...snapshot }: ShopSnapshot, offers: readonly Offer[]): ShopSnapshot {
  return { ...snapshot, offers, holdOutPercent: 0 };
}

function whyNothing({ general, candidates: [reason] }: Decision, { products }: ShopSnapshot): NothingToPreview {
  if (general === "otherCurrency") return { code: "otherCurrency" };
  return reason ? whyNot(reason, products) : { code: "unfinished" };
}

function whyNot(reason: CandidateReason, products: ShopSnapshot["products"]): NothingToPreview {
  switch (reason.code) {
    case "noProduct":
      // A draft without products is refused before; only a sample of an empty catalogue has none.
      if (reason.products.length === 0) return { code: "emptyCatalogue" };
      return { code: "refused", products: reason.products.map(({ productId, code }) => ({ title: products.get(productId)?.title ?? String(productId), reason: code })) };
    case "nothingFound": return { code: "nothingFound", strategy: reason.strategy };
    case "notForPlacement": return { code: "notForPlacement", strategy: reason.strategy };
    case "thanked": return { code: "thanked" };
    case "onlyAfterDecline": return { code: "notForPlacement", strategy: "downsell" };
    // The draft is active, always on time and without a rule, and nothing was said or seen before.
    default: return { code: "unfinished" };
  }
}

function nothing(why: NothingToPreview): Preview {
  return { kind: "nothing", why };
}
