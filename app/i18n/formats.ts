import type { i18n } from "i18next";
import { formatMinor } from "../domain/money/money";

/** How dates are written; numbers and amounts go by the language alone. */
const dateLocales: Record<string, string> = { en: "en-GB", de: "de-DE" };

const dateStyles = {
  /** "21 Nov 2026" */
  day: { day: "numeric", month: "short", year: "numeric" },
  /** "21 Nov" */
  shortDay: { day: "numeric", month: "short" },
  /** "21 November 2026" */
  longDay: { day: "numeric", month: "long", year: "numeric" },
  /** "November 2026" */
  month: { month: "long", year: "numeric" },
  /** "21 Nov 2026, 14:05" */
  time: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * What catalogues can write beside i18next's own `number` and `list`: `{{share, percent}}` of a fraction, at most one decimal;
 * `{{amount, money}}` of `{ minor, currency }`; `{{code, country}}` of "GB"; `{{at, day}}` and the other date styles of a moment or a calendar day, in the
 * time zone given as `timeZone` (UTC without one), so that server and browser write the same.
 */
export function addFormats(i18next: i18n): void {
  const { formatter } = i18next.services;
  if (!formatter) throw new Error("i18next has not been initialised");
  formatter.add("money", (amount: { minor: number; currency: string }, language) => formatMinor(amount.minor, amount.currency, language ?? "en"));
  formatter.add("percent", (share: number, language) => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(share));
  formatter.add("country", (code: string, language) => new Intl.DisplayNames(language ?? "en", { type: "region" }).of(code) ?? code);
  for (const [name, style] of Object.entries(dateStyles)) {
    formatter.add(name, (at: string | number | Date, language, { timeZone }: { timeZone?: string }) =>
      dateFormat(language ?? "en", name, style, timeZone ?? "UTC").format(new Date(at)));
  }
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as using it, and tables have many. */
function dateFormat(language: string, name: string, style: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${name} ${timeZone}`;
  let found = dateFormats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(dateLocales[language] ?? language, { ...style, timeZone });
    if (dateFormats.size < 500) dateFormats.set(key, found);
  }
  return found;
}
