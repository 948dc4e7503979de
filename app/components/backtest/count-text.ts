const whole = new Intl.NumberFormat("en");

export function countText(count: number): string {
  return whole.format(count);
}

/** "12 %"; what is there but rounds to nothing stands as "under 1 %". */
export function shareText(part: number, of: number): string {
  if (of === 0 || part === 0) return "0 %";
  const percent = (part / of) * 100;
  return percent < 1 ? "under 1 %" : `${String(Math.round(percent))} %`;
}

/** "1 order", "1,234 orders". */
export function ordersText(count: number): string {
  return `${countText(count)} ${count === 1 ? "order" : "orders"}`;
}
