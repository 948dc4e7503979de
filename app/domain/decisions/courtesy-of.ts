import { mayAsk, offerRefusal, productRefusal, type CourtesyVerdict } from "../courtesy/courtesy";
import { defaultCourtesyPolicy, type CourtesyPolicy } from "../courtesy/policy";
import type { OfferCourtesyReason, ProductCourtesyReason } from "../courtesy/reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "../courtesy/request";
import type { Offer } from "../offers/offer";
import { scheduleState } from "../offers/schedule";
import type { CustomerHistory, DecisionRequest, ShopSnapshot } from "./decision";

/** Courtesy's answers on one decision. */
export interface CourtesyOfDecision {
  policy: CourtesyPolicy;
  verdict: CourtesyVerdict;
  offer(offer: CourtesyOffer): OfferCourtesyReason | null;
  product(offer: CourtesyOffer, product: CourtesyProduct): ProductCourtesyReason | null;
}

const defaults = defaultCourtesyPolicy();

/** Asks courtesy on behalf of one decision; where nothing was read of the customer, it has nothing to say. */
export function courtesyOf(snapshot: ShopSnapshot, request: DecisionRequest, { courtesy: history }: CustomerHistory, now: Date): CourtesyOfDecision {
  const policy = snapshot.policy ?? defaults;
  if (!history) return { policy, verdict: { may: "offer" }, offer: () => null, product: () => null };
  const { referenceId, customerKey, priorOrders } = request.facts;
  const asked: CourtesyRequest = {
    shop: snapshot.shop, placement: request.placement, step: request.step, referenceId, customerKey, priorOrders,
    gift: request.gift ?? null, holdOutPercent: snapshot.holdOutPercent,
    liveOfferIds: new Set(snapshot.offers.filter((offer) => isLive(offer, snapshot, now)).map(({ id }) => id)),
  };
  return {
    policy,
    verdict: mayAsk(policy, history, asked, now),
    offer: (offer) => offerRefusal(policy, history, asked, now, offer),
    product: (offer, product) => productRefusal(policy, history, asked, now, offer, product),
  };
}

function isLive({ status, content }: Offer, { timeZone }: ShopSnapshot, now: Date): boolean {
  return status === "active" && scheduleState(content.schedule, timeZone, now) === "live";
}
