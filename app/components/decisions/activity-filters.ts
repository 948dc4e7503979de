import type { TFunction } from "i18next";

const shows = ["eligible", "impressions", "acceptances", "revenue", "reorders"] as const;
const outcomes = ["accepted", "declined", "seen", "unseen", "nothing"] as const;

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

/** The figures of the home page whose orders can be listed. */
export function showOptions(t: TFunction): Option<(typeof shows)[number]>[] {
  return shows.map((value) => ({ value, label: t(`activity:show.${value}`) }));
}

export function outcomeOptions(t: TFunction): Option<(typeof outcomes)[number]>[] {
  return outcomes.map((value) => ({ value, label: t(`activity:outcome.${value}`) }));
}

/** Null for what is no figure. */
export function showNamed(text: string | null): (typeof shows)[number] | null {
  return shows.find((name) => name === text) ?? null;
}

/** Null for what is no outcome. */
export function outcomeNamed(text: string | null): (typeof outcomes)[number] | null {
  return outcomes.find((name) => name === text) ?? null;
}

export function labelOf(options: readonly Option[], value: string | null): string {
  return options.find((option) => option.value === value)?.label ?? "";
}
