import type { ShopSnapshot } from "../decisions/decision";
import type { Offer, OfferContent } from "../offers/offer";
import { scheduleState } from "../offers/schedule";

/** Stands for an offer that was never saved. */
export const unsavedOfferId = "unsaved";

/**
 * The offers of a replay: the tested content in its offer's place (a new one goes last, as when it is saved) among the
 * active ones. All are live the whole time, or an offer planned for next week would find no order; those that are over
 * for good today take no part.
 */
export function offersOfReplay(snapshot: Pick<ShopSnapshot, "offers" | "timeZone">, offer: { id: string; priority: number } | null, content: OfferContent, now: Date): { tested: Offer; offers: Offer[] } {
  const others = snapshot.offers.filter(({ id, content: { schedule } }) => id !== offer?.id && scheduleState(schedule, snapshot.timeZone, now) !== "after");
  const last = others.reduce((highest, { priority }) => Math.max(highest, priority), 0);
  const tested: Offer = { id: offer?.id ?? unsavedOfferId, version: 0, status: "active", priority: offer?.priority ?? last + 1, content: always(content) };
  return { tested, offers: [...others.map((other) => ({ ...other, content: always(other.content) })), tested] };
}

function always(content: OfferContent): OfferContent {
  return { ...content, schedule: { startsAt: null, endsAt: null } };
}
