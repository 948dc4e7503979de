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
  const asked = new Asked(snapshot, request, now);
  return {
    policy,
    verdict: mayAsk(policy, history, asked, now),
    offer: (offer) => offerRefusal(policy, history, asked, now, offer),
    product: (offer, product) => productRefusal(policy, history, asked, now, offer, product),
  };
}

/** A class and no literal: a getter of a literal is made anew for each decision. */
class Asked implements CourtesyRequest {
  readonly shop: string;
  readonly placement: CourtesyRequest["placement"];
  readonly step: CourtesyRequest["step"];
  readonly referenceId: string;
  readonly customerKey: string | null;
  readonly priorOrders: number | null;
  readonly gift: CourtesyRequest["gift"];
  readonly holdOutPercent: number;
  private live: ReadonlySet<string> | null = null;

  constructor(private readonly snapshot: ShopSnapshot, request: DecisionRequest, private readonly now: Date) {
    const { placement, step, facts, gift = null } = request;
    this.shop = snapshot.shop;
    this.placement = placement;
    this.step = step;
    this.referenceId = facts.referenceId;
    this.customerKey = facts.customerKey;
    this.priorOrders = facts.priorOrders;
    this.gift = gift;
    this.holdOutPercent = snapshot.holdOutPercent;
  }

  /** Looked at only where something was shown before. */
  get liveOfferIds(): ReadonlySet<string> {
    const { offers } = this.snapshot;
    return (this.live ??= new Set(offers.filter((offer) => isLive(offer, this.snapshot, this.now)).map(({ id }) => id)));
  }
}

function isLive({ status, content }: Offer, { timeZone }: ShopSnapshot, now: Date): boolean {
  return status === "active" && scheduleState(content.schedule, timeZone, now) === "live";
}
