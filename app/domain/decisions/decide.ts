import { marginShareOf } from "../catalogue/margin-share";
import { isHeldOut } from "../courtesy/hold-out";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import { scheduleState } from "../offers/schedule";
import { compiledRule } from "../rules/compile";
import { rankOffers } from "../strategies/rank";
import type { StrategyCandidate } from "../strategies/candidate";
import { courtesyOfferOf, strategyOf } from "../strategies/strategy";
import { courtesyOf } from "./courtesy-of";
import type { CandidateReason, CustomerHistory, Decision, DecisionRequest, GeneralReason, ShopSnapshot, Shown } from "./decision";
import { livesElsewhere } from "./lives-elsewhere";
import type { Offerable } from "./offerable";
import { discountedPrice, findOfferable } from "./offerable";
import type { Special } from "./pick";
import { pickProducts } from "./pick";
import { presentOffer } from "./present";
import type { Question, Wanted } from "./question";
import type { Refusal } from "./refusal";
import { productsBlock, showSpecial, thanksBlock } from "./show-block";

/**
 * What, if anything, to offer: of the offers that are active, scheduled, not answered before, allowed by courtesy and
 * whose rule is met, the first by staff's priority, among equals the one of most expected value, then by id. Every
 * candidate gets its reason. A general reason ends the matter before any candidate is looked at.
 */
export function decide(snapshot: ShopSnapshot, request: DecisionRequest, history: CustomerHistory, now: Date): Decision {
  return deliberate(snapshot, request, history, now)(snapshot.offers);
}

/** As `decide`, for those of the shop's offers that are told: what holds for all of them is asked once. */
export function deliberate(snapshot: ShopSnapshot, request: DecisionRequest, history: CustomerHistory, now: Date): (offers: readonly Offer[], wanted?: Wanted) => Decision {
  const courtesy = courtesyOf(snapshot, request, history, now);
  return (offers, wanted = "best") => decideAmong(offers, { snapshot, request, history, courtesy, now, wanted });
}

function decideAmong(among: readonly Offer[], question: Question): Decision {
  const { snapshot, request, courtesy: { verdict } } = question;
  const nothing = (general: GeneralReason): Decision => ({ outcome: "nothing", chosen: null, general, candidates: [] });
  if (verdict.may === "nothing") return verdict.reason.code === "heldOut" ? nothing("holdOut") : { ...nothing(verdict.reason.code), courtesy: verdict.reason };
  if (snapshot.placements?.[request.placement].enabled === false) return nothing("switchedOff");
  if (snapshot.paused) return nothing(snapshot.paused);
  if (isHeldOut(snapshot.shop, request.facts.customerKey, snapshot.holdOutPercent)) return nothing("holdOut");
  if (request.facts.currency !== snapshot.currency) return nothing("otherCurrency");
  const offers = offersAt(request.placement, among);
  if (offers.length === 0) return nothing("noOffers");
  const decision = choose(offers, question);
  if (verdict.may === "offer" || verdict.reason.code === "heldOut") return decision;
  return { ...decision, general: verdict.reason.code, courtesy: verdict.reason };
}

/** By list and placement, for as long as the list lives: it stays the same for many decisions. */
const arranged = new WeakMap<readonly Offer[], Map<Placement, readonly Offer[]>>();

/** The offers of a placement in the order in which they are asked. */
function offersAt(placement: Placement, offers: readonly Offer[]): readonly Offer[] {
  const known = arranged.get(offers) ?? new Map<Placement, readonly Offer[]>();
  if (known.size === 0) arranged.set(offers, known);
  let found = known.get(placement);
  if (!found) known.set(placement, (found = offers.filter(({ content }) => content.placements.includes(placement)).sort(byPriority)));
  return found;
}

function byPriority(one: Offer, other: Offer): number {
  return one.priority - other.priority || (one.id < other.id ? -1 : Number(one.id > other.id));
}

/** Looks for something to show one priority after another, and no further than the first that has any. */
function choose(offers: readonly Offer[], question: Question): Decision {
  const reasons = new Map<string, Refusal>();
  let best: Best | null = null;
  for (let from = 0, to = 0; from < offers.length; from = to) {
    while (to < offers.length && offers[to]?.priority === offers[from]?.priority) to += 1;
    const eligible = offers.slice(from, to).filter((offer) => {
      const refusal = refusalOf(offer, question);
      if (refusal) reasons.set(offer.id, refusal);
      return refusal === null;
    });
    if (best) {
      for (const { id } of eligible) reasons.set(id, { code: "lowerPriority" });
      continue;
    }
    best = bestOf(eligible, question, reasons) ?? thanksOf(eligible, question, reasons);
  }
  // The refusal is a reason but for its offer.
  const candidates = offers.map(({ id, version }) => ({ offerId: id, offerVersion: version, ...reasons.get(id) }) as CandidateReason);
  const decision: Decision = { outcome: best?.isOffer ? "offered" : "nothing", chosen: best?.chosen ?? null, general: null, candidates };
  return question.request.placement === "post-purchase" ? decision : { ...decision, shown: best?.shown ?? null };
}

/** What ends the search: an offer, or thanks alone. */
interface Best {
  isOffer: boolean;
  chosen: Decision["chosen"];
  shown: Shown | null;
}

/** The best of offers of one priority, with a reason for each; products before what has no value to compare. */
function bestOf(offers: readonly Offer[], question: Question, reasons: Map<string, Refusal>): Best | null {
  const { snapshot, request } = question;
  const found: Found[] = [];
  const specials: { offer: Offer; special: Special }[] = [];
  for (const offer of offers) {
    const picked = pickProducts(offer, question);
    if ("code" in picked) reasons.set(offer.id, picked);
    else if ("candidates" in picked) found.push({ offer, candidates: picked.candidates });
    else specials.push({ offer, special: picked.special });
  }
  const best = bestProducts(found, question, reasons);
  for (const { offer, special } of specials) {
    const shown = best ? null : showSpecial(offer, special, snapshot, request.facts.locale);
    if (best || !shown) {
      reasons.set(offer.id, best ? { code: "lessValue" } : { code: "nothingFound", strategy: strategyOf(offer.content).kind });
      continue;
    }
    reasons.set(offer.id, { code: "chosen" });
    for (const other of specials) if (!reasons.has(other.offer.id)) reasons.set(other.offer.id, { code: "lessValue" });
    return { isOffer: true, chosen: null, shown };
  }
  return best;
}

interface Found {
  offer: Offer;
  candidates: readonly StrategyCandidate[];
}

function bestProducts(found: readonly Found[], question: Question, reasons: Map<string, Refusal>): Best | null {
  if (found.length === 0) return null;
  const { snapshot, request } = question;
  const { locale } = request.facts;
  const [first, ...others] = isAlone(found) ? found.map(({ offer, candidates }) => ({ offerId: offer.id, candidates })) : ranked(found, question);
  for (const { offerId } of others) reasons.set(offerId, { code: "lessValue" });
  const offer = found.find((one) => one.offer.id === first?.offerId)?.offer;
  if (!offer || !first) return null;
  const products = first.candidates.slice(0, request.room ?? 1).flatMap((candidate) => {
    const offerable = offerableOf(offer, candidate, question);
    return offerable ? [{ offerable, evidence: candidate.evidence }] : [];
  });
  const [lead] = products;
  if (!lead) return null;
  reasons.set(offer.id, { code: "chosen", productId: lead.offerable.product.id, evidence: lead.evidence });
  return {
    isOffer: true,
    chosen: { offer, presented: presentOffer(offer, lead.offerable, snapshot.currency, locale) },
    shown: request.placement === "post-purchase" ? null : { offer, block: productsBlock(offer, products, snapshot, locale) },
  };
}

/** One offer with one product has nothing to be compared with. */
function isAlone(found: readonly Found[]): boolean {
  return found.length === 1 && found[0]?.candidates.length === 1;
}

/** Thanks at the same priority yield to an offer. */
function thanksOf(offers: readonly Offer[], { request }: Question, reasons: ReadonlyMap<string, Refusal>): Best | null {
  const offer = offers.find(({ id }) => reasons.get(id)?.code === "thanked");
  return offer ? { isOffer: false, chosen: null, shown: { offer, block: thanksBlock(offer, request.facts.locale) } } : null;
}

function ranked(found: readonly Found[], question: Question) {
  const { trials } = question.snapshot;
  const offers = new Map(found.map(({ offer }) => [offer.id, offer]));
  const list = found.map(({ offer, candidates }) => ({ offerId: offer.id, priority: offer.priority, candidates }));
  return rankOffers(list, (offerId, candidate) => {
    const offer = offers.get(offerId);
    const offerable = offer ? offerableOf(offer, candidate, question) : null;
    return { ...(offer && offerable ? cheapestOf(offer, offerable) : { unitMinor: 0, costMinor: null }), own: trials?.byOffer.get(offerId) ?? noTrials };
  }, { trials: trials?.all ?? noTrials, marginShare: marginShareOf(question.snapshot.products), orderMinor: question.request.facts.totalMinor });
}

/** What the cheapest of the variants brings and costs. */
function cheapestOf({ content }: Offer, { variants }: Offerable): { unitMinor: number; costMinor: number | null } {
  const units = variants.map(({ priceMinor, costMinor = null }) => ({ unitMinor: discountedPrice(priceMinor, content.discount), costMinor }));
  return units.reduce((least, unit) => (unit.unitMinor < least.unitMinor ? unit : least), units[0] ?? { unitMinor: 0, costMinor: null });
}

const noTrials = { shown: 0, accepted: 0 };

function offerableOf({ content }: Offer, { productId, variantIds }: StrategyCandidate, { snapshot, request }: Question) {
  const ordered = new Set(request.facts.lines.map((line) => line.productId));
  const found = findOfferable({ productId, variantIds }, content, snapshot.products, ordered);
  return "code" in found ? null : found;
}

function refusalOf(offer: Offer, { snapshot, request, history, courtesy, now }: Question): Refusal | null {
  if (offer.status !== "active") return { code: "notActive" };
  const when = scheduleState(offer.content.schedule, snapshot.timeZone, now);
  if (when !== "live") return { code: "notScheduled", when };
  const strategy = strategyOf(offer.content);
  if (request.step === 1 && strategy.kind === "downsell") return { code: "onlyAfterDecline" };
  if (request.step === 2 && strategy.kind !== "downsell") return { code: "notAfterDecline" };
  if (courtesy.verdict.may === "thank" && strategy.kind !== "thankYouOnly") return { code: "onlyThanks" };
  if (history.acceptedOfferIds.has(offer.id)) return { code: "acceptedBefore" };
  if (history.declinedOfferIds?.has(offer.id)) return { code: "declinedBefore" };
  const elsewhere = livesElsewhere(offer.id, request, history, now);
  if (elsewhere) return { code: "livesElsewhere", placement: elsewhere };
  const impolite = courtesy.offer(courtesyOfferOf(offer.id, strategy));
  if (impolite) return impolite;
  const { truth, path, kind } = compiledRule(offer.content.rule)(request.facts, offer.id);
  if (truth === "met") return null;
  return { code: truth === "unknown" ? "ruleUnknown" : "ruleNotMet", path, kind };
}
