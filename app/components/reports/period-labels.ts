import type { TFunction } from "i18next";

const names = ["last7", "last30", "last90", "thisMonth"] as const;
export type PeriodName = (typeof names)[number];

/** The periods that staff can choose. */
export function periodChoices(t: TFunction): { value: PeriodName; label: string }[] {
  return names.map((name) => ({ value: name, label: t(`home:periods.${name}`) }));
}

export const periodOptions: { value: PeriodName; label: string }[] = [
  { value: "last7", label: "Last 7 days" },
  { value: "last30", label: "Last 30 days" },
  { value: "last90", label: "Last 90 days" },
  { value: "thisMonth", label: "This month" },
];

/** The period named in an address; anything unknown is the last 30 days. */
export function periodName(text: string | null): PeriodName {
  return names.find((name) => name === text) ?? "last30";
}
