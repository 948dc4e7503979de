import { isHeldOut } from "../courtesy/hold-out";
import type { Offer } from "../offers/offer";
import { scheduleState } from "../offers/schedule";
import { compiledRule } from "../rules/compile";
import type { CandidateReason, CustomerHistory, Decision, DecisionRequest, GeneralReason, ProductReason, ShopSnapshot } from "./decision";
import type { Offerable } from "./offerable";
import { findOfferable } from "./offerable";
import { presentOffer } from "./present";

/**
 * What, if anything, to offer: the first offer by priority (then id) that is active, scheduled, not answered before,
 * whose rule is met and that has a product to offer. Every candidate gets its reason; the rest that could have been
 * offered are `lowerPriority`. A general reason ends the matter before any candidate is looked at.
 */
export function decide(snapshot: ShopSnapshot, request: DecisionRequest, history: CustomerHistory, now: Date): Decision {
  const general = generalReason(snapshot, request);
  if (general !== null) return { outcome: "nothing", chosen: null, general, candidates: [] };
  const offers = snapshot.offers.filter((offer) => offer.content.placements.includes(request.placement)).sort(byPriority);
  if (offers.length === 0) return { outcome: "nothing", chosen: null, general: "noOffers", candidates: [] };
  const orderedProductIds = new Set(request.facts.lines.map((line) => line.productId));
  const candidates: CandidateReason[] = [];
  let chosen: Decision["chosen"] = null;
  for (const offer of offers) {
    const id = { offerId: offer.id, offerVersion: offer.version };
    const examined = refusalOf(offer, snapshot, request, history, now) ?? firstOfferable(offer, snapshot, orderedProductIds);
    if ("code" in examined) {
      candidates.push({ ...id, ...examined });
    } else if (chosen) {
      candidates.push({ ...id, code: "lowerPriority" });
    } else {
      chosen = { offer, presented: presentOffer(offer, examined, snapshot.currency) };
      candidates.push({ ...id, code: "chosen" });
    }
  }
  return { outcome: chosen ? "offered" : "nothing", chosen, general: null, candidates };
}

function generalReason(snapshot: ShopSnapshot, { facts }: DecisionRequest): GeneralReason | null {
  if (isHeldOut(snapshot.shop, facts.customerKey, snapshot.holdOutPercent)) return "holdOut";
  return facts.currency === snapshot.currency ? null : "otherCurrency";
}

function byPriority(one: Offer, other: Offer): number {
  return one.priority - other.priority || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/** A reason without the offer it is about. */
type Refusal = CandidateReason extends infer Reason ? (Reason extends CandidateReason ? Omit<Reason, "offerId" | "offerVersion"> : never) : never;

function refusalOf(offer: Offer, snapshot: ShopSnapshot, request: DecisionRequest, history: CustomerHistory, now: Date): Refusal | null {
  if (offer.status !== "active") return { code: "notActive" };
  const when = scheduleState(offer.content.schedule, snapshot.timeZone, now);
  if (when !== "live") return { code: "notScheduled", when };
  if (history.acceptedOfferIds.has(offer.id)) return { code: "acceptedBefore" };
  if (history.declinedOfferIds.has(offer.id)) return { code: "declinedBefore" };
  const { truth, path, kind } = compiledRule(offer.content.rule)(request.facts, offer.id);
  if (truth === "met") return null;
  return { code: truth === "unknown" ? "ruleUnknown" : "ruleNotMet", path, kind };
}

/** The first of an offer's products that can be offered, or why none can. */
function firstOfferable(offer: Offer, snapshot: ShopSnapshot, orderedProductIds: ReadonlySet<number>): Offerable | Refusal {
  const products: ProductReason[] = [];
  for (const offered of offer.content.products) {
    const found = findOfferable(offered, offer.content, snapshot.products, orderedProductIds);
    if (!("code" in found)) return found;
    products.push(found);
  }
  return { code: "noProduct", products };
}
