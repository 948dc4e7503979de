export type PeriodName = "last7" | "last30" | "last90" | "thisMonth";

export const periodOptions: { value: PeriodName; label: string }[] = [
  { value: "last7", label: "Last 7 days" },
  { value: "last30", label: "Last 30 days" },
  { value: "last90", label: "Last 90 days" },
  { value: "thisMonth", label: "This month" },
];

/** The period named in an address; anything unknown is the last 30 days. */
export function periodName(text: string | null): PeriodName {
  return periodOptions.find(({ value }) => value === text)?.value ?? "last30";
}
