const formats = new Map<string, Intl.DateTimeFormat>();

/** "21 Nov 2026, 14:05" in the store's zone: the same on the server and in every browser. */
export function timeText(iso: string, timeZone: string): string {
  return format(timeZone, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
}

/** "21 Nov 2026" in the store's zone. */
export function dayText(iso: string, timeZone: string): string {
  return format(timeZone, { day: "numeric", month: "short", year: "numeric" }).format(new Date(iso));
}

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${options.hour ?? ""}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
    formats.set(key, found);
  }
  return found;
}

/** "21 Nov" of a calendar day ("2026-11-21"). */
export function shortDayText(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
