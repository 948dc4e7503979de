import { momentOf } from "../offers/schedule";

export const PRESETS = ["last7", "last30", "last90", "thisMonth"] as const;
export type Preset = (typeof PRESETS)[number];

/** Days of the shop's calendar ("2026-11-21"), both included. */
export interface DayRange {
  firstDay: string;
  lastDay: string;
}

/** A range of days as moments: `from` included, `to` not. */
export interface Period extends DayRange {
  from: Date;
  to: Date;
}

/** One bar of a chart, named by its first day. */
export interface Bucket {
  day: string;
  from: Date;
  to: Date;
}

/** A ready-made period on the shop's calendar; "last 7 days" are today and the six before. */
export function presetPeriod(preset: Preset, timeZone: string, now: Date): Period {
  const today = dayOf(now, timeZone);
  const days = { last7: 6, last30: 29, last90: 89 };
  const firstDay = preset === "thisMonth" ? `${today.slice(0, 8)}01` : addDays(today, -days[preset]);
  return periodOf({ firstDay, lastDay: today }, timeZone);
}

/** The period of the same length right before, to compare with. */
export function precedingPeriod(period: Period, timeZone: string): Period {
  return periodOf({ firstDay: addDays(period.firstDay, -countDays(period)), lastDay: addDays(period.firstDay, -1) }, timeZone);
}

/** Its days, without gap or overlap. */
export function bucketsOf(period: Period, timeZone: string): Bucket[] {
  return Array.from({ length: countDays(period) }, (_, index) => {
    const day = addDays(period.firstDay, index);
    return { day, from: startOf(day, timeZone), to: startOf(addDays(day, 1), timeZone) };
  });
}

/** The day of the shop's calendar on which a moment falls. */
export function dayOf(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, calendar: "gregory", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

function periodOf(days: DayRange, timeZone: string): Period {
  return { ...days, from: startOf(days.firstDay, timeZone), to: startOf(addDays(days.lastDay, 1), timeZone) };
}

/** Midnight, or the first moment of a day whose midnight the clock skips. */
function startOf(day: string, timeZone: string): Date {
  return new Date(momentOf(`${day}T00:00`, timeZone));
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function countDays({ firstDay, lastDay }: DayRange): number {
  return (Date.parse(`${lastDay}T00:00:00Z`) - Date.parse(`${firstDay}T00:00:00Z`)) / 86_400_000 + 1;
}
