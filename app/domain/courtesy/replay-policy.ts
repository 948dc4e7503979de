import { mayAsk, offerRefusal, productRefusal } from "./courtesy";
import type { Encounter } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { CourtesyReason } from "./reason";

/** What a policy would have made of the offers that customers saw. */
export interface PolicyReplay {
  seen: number;
  wouldHaveSeen: number;
  /** Of those kept back, by the first limit that said no; the most first. */
  keptBy: { code: CourtesyReason["code"]; offers: number }[];
}

/**
 * Which of a customer's past offers a policy would have let pass, had it held then; `encounters` oldest first. What was
 * ordered then is not asked: gifts, full prices, service cases and evidence are no part of the example.
 */
export function replayPolicy(policy: CourtesyPolicy, shop: string, customerKey: string, encounters: readonly Encounter[]): PolicyReplay {
  const shown: Encounter[] = [];
  const kept = new Map<CourtesyReason["code"], number>();
  for (const encounter of encounters) {
    const reason = refusal(policy, shop, customerKey, shown, encounter);
    if (reason === null) shown.push(encounter);
    else kept.set(reason.code, (kept.get(reason.code) ?? 0) + 1);
  }
  return { seen: encounters.length, wouldHaveSeen: shown.length, keptBy: mostFirst(kept) };
}

/** Several customers' replays as one. */
export function joinReplays(replays: readonly PolicyReplay[]): PolicyReplay {
  const kept = new Map<CourtesyReason["code"], number>();
  for (const { code, offers } of replays.flatMap(({ keptBy }) => keptBy)) kept.set(code, (kept.get(code) ?? 0) + offers);
  const sum = (figure: "seen" | "wouldHaveSeen") => replays.reduce((total, replay) => total + replay[figure], 0);
  return { seen: sum("seen"), wouldHaveSeen: sum("wouldHaveSeen"), keptBy: mostFirst(kept) };
}

function refusal(policy: CourtesyPolicy, shop: string, customerKey: string, shown: readonly Encounter[], encounter: Encounter): CourtesyReason | null {
  const { placement, referenceId, step, offerId, offeredAt, prices } = encounter;
  // At that moment, later answers were not known.
  const encounters = shown.map((one) => ({ ...one, declinedAt: earlier(one.declinedAt, offeredAt), acceptedAt: earlier(one.acceptedAt, offeredAt) }));
  const history = { encounters, purchases: [], cases: [], optedOutAt: null };
  // The first order would tell of a customer with many.
  const request = { shop, placement, referenceId, step, customerKey, priorOrders: 1, gift: null, holdOutPercent: 0, liveOfferIds: new Set<string>() };
  const verdict = mayAsk(policy, history, request, offeredAt);
  if (verdict.may !== "offer") return verdict.reason;
  const offer = { offerId, isPersonal: false, isDownsell: step === 2 };
  const refused = offerRefusal(policy, history, request, offeredAt, offer);
  if (refused) return refused;
  // One product left is enough to show something.
  const products = [...new Set(prices.map(({ productId }) => productId))];
  const refusals = products.map((productId) => productRefusal(policy, history, request, offeredAt, offer, {
    productId, evidence: null, prices: prices.filter((price) => price.productId === productId).map((price) => ({ ...price, listMinor: price.unitMinor })),
  }));
  return refusals.length > 0 && refusals.every((reason) => reason !== null) ? (refusals[0] ?? null) : null;
}

function mostFirst(kept: ReadonlyMap<CourtesyReason["code"], number>): PolicyReplay["keptBy"] {
  return [...kept].map(([code, offers]) => ({ code, offers })).sort((one, other) => other.offers - one.offers || one.code.localeCompare(other.code));
}

function earlier(moment: Date | null, than: Date): Date | null {
  return moment !== null && moment <= than ? moment : null;
}
