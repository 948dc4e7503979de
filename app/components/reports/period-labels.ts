import type { TFunction } from "i18next";

const names = ["last7", "last30", "last90", "thisMonth"] as const;
export type PeriodName = (typeof names)[number];

/** The periods that staff can choose. */
export function periodChoices(t: TFunction): { value: PeriodName; label: string }[] {
  return names.map((name) => ({ value: name, label: t(`home:periods.${name}`) }));
}

/** The period named in an address; null for none. */
export function presetNamed(text: string | null): PeriodName | null {
  return names.find((name) => name === text) ?? null;
}

/** The period named in an address; anything unknown is the last 30 days. */
export function periodName(text: string | null): PeriodName {
  return names.find((name) => name === text) ?? "last30";
}
