import type { Schedule } from "../../domain/offers/offer";

/** "Always", "From 1 Dec 2026", "Until 24 Dec 2026" or both; dates are the store's own. */
export function scheduleText({ startsAt, endsAt }: Schedule): string {
  if (startsAt && endsAt) return `${localDay(startsAt)} to ${localDay(endsAt)}`;
  if (startsAt) return `From ${localDay(startsAt)}`;
  return endsAt ? `Until ${localDay(endsAt)}` : "Always";
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** Wall-clock times carry no zone: read as UTC and shown as UTC, they stay as they are. */
function localDay(local: string): string {
  return days.format(new Date(`${local.slice(0, 10)}T00:00:00Z`));
}
