/** A day of a quiet period: 24 hours from the moment itself, so that no clock change and no time zone shortens it. */
export const DAY_MS = 86_400_000;

/** The moment so many days after another. */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}

/** The latest moment at which a quiet period ends that began at any of these, or null when all are over. */
export function quietUntil(beginnings: readonly Date[], days: number, now: Date): Date | null {
  if (beginnings.length === 0) return null;
  const latest = daysAfter(new Date(Math.max(...beginnings.map((moment) => moment.getTime()))), days);
  return latest > now ? latest : null;
}
