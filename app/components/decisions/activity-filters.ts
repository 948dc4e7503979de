export const showOptions = [
  { value: "eligible", label: "Eligible orders" },
  { value: "impressions", label: "Offers seen" },
  { value: "acceptances", label: "Accepted" },
  { value: "revenue", label: "Added revenue" },
  { value: "reorders", label: "Reorders" },
] as const;

export const outcomeOptions = [
  { value: "accepted", label: "Accepted" },
  { value: "declined", label: "Declined" },
  { value: "seen", label: "Seen, no answer" },
  { value: "unseen", label: "Offered, not seen" },
  { value: "nothing", label: "No offer" },
] as const;

/** The value when it is one of the options, null otherwise. */
export function optionNamed<Value extends string>(options: readonly { value: Value; label: string }[], text: string | null): Value | null {
  return options.find(({ value }) => value === text)?.value ?? null;
}

export function labelOf(options: readonly { value: string; label: string }[], value: string | null): string {
  return options.find((option) => option.value === value)?.label ?? "";
}
