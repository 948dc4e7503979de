import { mayAsk, offerRefusal } from "./courtesy";
import type { Encounter } from "./history";
import type { CourtesyPolicy } from "./policy";

/** How many of a customer's past offers a policy would have let pass, had it held then; `encounters` oldest first. */
export function offersLetPass(policy: CourtesyPolicy, shop: string, customerKey: string, encounters: readonly Encounter[]): number {
  const shown: Encounter[] = [];
  for (const encounter of encounters) {
    const { placement, referenceId, step, offerId, offeredAt } = encounter;
    // At that moment, later answers were not known.
    const before = shown.map((one) => ({ ...one, declinedAt: earlier(one.declinedAt, offeredAt), acceptedAt: earlier(one.acceptedAt, offeredAt) }));
    const history = { encounters: before, purchases: [], cases: [], optedOutAt: null };
    // What was ordered then is not asked: the first order would tell of a customer with many.
    const request = { shop, placement, referenceId, step, customerKey, priorOrders: 1, gift: null, holdOutPercent: 0, liveOfferIds: new Set<string>() };
    if (mayAsk(policy, history, request, offeredAt).may !== "offer") continue;
    if (offerRefusal(policy, history, request, offeredAt, { offerId, isPersonal: false, isDownsell: step === 2 })) continue;
    shown.push(encounter);
  }
  return shown.length;
}

function earlier(moment: Date | null, than: Date): Date | null {
  return moment !== null && moment <= than ? moment : null;
}
