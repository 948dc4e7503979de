import { mayAsk, offerRefusal } from "../courtesy/courtesy";
import type { Encounter } from "../courtesy/history";
import type { CourtesyPolicy } from "../courtesy/policy";
import type { Placement } from "../offers/placement";
import type { OrderFacts } from "../orders/order-facts";

export interface CourtesyQuestion {
  shop: string;
  offerId: string;
  placement: Placement;
  facts: OrderFacts;
  /** What the replay has shown to this customer. */
  encounters: readonly Encounter[];
  at: Date;
}

/** The code of the limit that keeps an offer back, or null. */
export type CourtesyCheck = (asked: CourtesyQuestion) => string | null;

/**
 * The limits of a policy that a replay can know: caps and quiet times over what it has shown itself. Declines,
 * acceptances, returns and gifts of the past are not assumed, and the hold-out has been asked before.
 */
export function courtesyOf(policy: CourtesyPolicy): CourtesyCheck {
  return ({ shop, offerId, placement, facts, encounters, at }) => {
    const history = { encounters, purchases: [], cases: [], optedOutAt: null };
    const request = {
      shop, placement, referenceId: facts.referenceId, step: 1 as const, customerKey: facts.customerKey, priorOrders: facts.priorOrders,
      gift: null, holdOutPercent: 0, liveOfferIds: new Set<string>(),
    };
    const verdict = mayAsk(policy, history, request, at);
    if (verdict.may !== "offer") return verdict.reason.code;
    return offerRefusal(policy, history, request, at, { offerId, isPersonal: false, isDownsell: false })?.code ?? null;
  };
}
