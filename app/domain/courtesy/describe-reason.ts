import { formatMinor } from "../money/money";
import type { CourtesyReason } from "./reason";

/** How a reason's figures are written out. */
export interface ReasonWording {
  currency: string;
  locale: string;
  /** The shop's. */
  timeZone: string;
}

/** One English sentence that tells staff why courtesy said no, with the figures behind it. */
export function describeCourtesyReason(reason: CourtesyReason, wording: ReasonWording): string {
  const day = (moment: string) => new Intl.DateTimeFormat(wording.locale, { dateStyle: "long", timeZone: wording.timeZone }).format(new Date(moment));
  switch (reason.code) {
    case "optedOut": return `The customer asked on ${day(reason.since)} not to be shown offers.`;
    case "heldOut": return `The customer is among the ${reason.percent} % who are never shown offers, so that the effect can be measured.`;
    case "openCase": return `A ${reason.kind} is open since ${day(reason.openedAt)}.`;
    case "quietAfterCase": return `Quiet until ${day(reason.until)} after a ${reason.kind}.`;
    case "firstOrder": return reason.isKnown ? "First orders are only thanked for." : "It is not known whether this is a first order, and those are only thanked for.";
    case "funnelEnded": return reason.pages === 0 ? "A second page only follows a no." : `${counted(reason.pages, "page was", "pages were")} shown on this purchase already.`;
    case "quietAfterAcceptance": return `Quiet until ${day(reason.until)} after the customer said yes.`;
    case "quietAfterDecline": return `Quiet until ${day(reason.until)} after the customer said no.`;
    case "impressionCap": return `${counted(reason.impressions, "offer", "offers")} in 30 days, at most ${reason.cap}; again from ${day(reason.until)}.`;
    case "declinedOffer": return `The customer declined this offer on ${day(reason.declinedAt)}.`;
    case "giftOrder": return `The order is ${reason.confidence === "certain" ? "" : `${reason.confidence === "likely" ? "likely" : "possibly"} `}a gift, so nothing personal is offered.`;
    case "declinedProduct": return `The customer declined this product; it rests until ${day(reason.until)}.`;
    case "boughtAsGift": return "The customer bought this for somebody else, as far as can be told.";
    case "tooLittleEvidence": return `Only ${counted(reason.orders, "order", "orders")} of ${counted(reason.customers, "customer", "customers")} speak for it; ${reason.minOrders} orders of ${reason.minCustomers} customers are needed.`;
    case "boughtAtFullPrice": return `The customer bought it at full price; no discount on it until ${day(reason.until)}.`;
    case "otherPriceShown": return `Another offer shows this customer ${formatMinor(reason.shownMinor, wording.currency, wording.locale)} for it.`;
    default: return unhandled(reason);
  }
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** Fails to compile while a code has no words. */
function unhandled(reason: never): never {
  throw new Error(`No such reason: ${JSON.stringify(reason)}`);
}
