import { boughtAsGiftLimit, giftOrderLimit } from "./gift-limit";
import { declinedOfferLimit } from "./declined-offer";
import { declinedProductLimit } from "./declined-product";
import { evidenceLimit } from "./evidence-limit";
import { firstOrderLimit } from "./first-order";
import { fullPriceRegretLimit } from "./full-price-regret";
import { funnelEndLimit } from "./funnel-end";
import type { CourtesyHistory } from "./history";
import { holdOutLimit } from "./hold-out-limit";
import { impressionCapLimit } from "./impression-cap";
import { onePriceLimit } from "./one-price";
import { openCaseLimit } from "./open-case";
import { optOutLimit } from "./opt-out";
import type { CourtesyPolicy } from "./policy";
import { quietAfterAcceptanceLimit } from "./quiet-after-acceptance";
import { quietAfterDeclineLimit } from "./quiet-after-decline";
import type { GeneralCourtesyReason, OfferCourtesyReason, ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";

/** The order is part of the promise: what the customer said, then the experiment, then their trouble, then our measure. */
const GENERAL = [
  optOutLimit, holdOutLimit, openCaseLimit, funnelEndLimit, quietAfterAcceptanceLimit, quietAfterDeclineLimit, impressionCapLimit,
  // Last, because it alone still lets thanks be said.
  firstOrderLimit,
] as const;
const OFFER = [declinedOfferLimit, giftOrderLimit] as const;
const PRODUCT = [declinedProductLimit, boughtAsGiftLimit, evidenceLimit, fullPriceRegretLimit, onePriceLimit] as const;

export type CourtesyVerdict =
  | { may: "offer" }
  /** Say thank you and offer nothing. */
  | { may: "thank"; reason: GeneralCourtesyReason }
  | { may: "nothing"; reason: GeneralCourtesyReason };

/** Whether this customer may be asked anything now: the first limit in the stated order that says no is the reason. */
export function mayAsk(policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date): CourtesyVerdict {
  const known = historyThatCounts(history, request);
  for (const limit of GENERAL) {
    const reason = limit(policy, known, request, now);
    if (reason) return { may: reason.code === "firstOrder" ? "thank" : "nothing", reason };
  }
  return { may: "offer" };
}

/** Why this offer may not be made, or null; asked only where `mayAsk` allows to. */
export function offerRefusal(policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date, offer: CourtesyOffer): OfferCourtesyReason | null {
  const known = historyThatCounts(history, request);
  for (const limit of OFFER) {
    const reason = limit(policy, known, request, now, offer);
    if (reason) return reason;
  }
  return null;
}

/** Why this product may not be offered by this offer, or null. */
export function productRefusal(
  policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date, offer: CourtesyOffer, product: CourtesyProduct,
): ProductCourtesyReason | null {
  const known = historyThatCounts(history, request);
  for (const limit of PRODUCT) {
    const reason = limit(policy, known, request, now, offer, product);
    if (reason) return reason;
  }
  return null;
}

/** Where nobody is known only this purchase counts: what else was read belongs to somebody else. */
function historyThatCounts(history: CourtesyHistory, { customerKey, referenceId }: CourtesyRequest): CourtesyHistory {
  if (customerKey !== null) return history;
  const encounters = history.encounters.filter((encounter) => encounter.referenceId === referenceId);
  return { encounters, purchases: [], cases: [], optedOutAt: history.optedOutAt };
}
