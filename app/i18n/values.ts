import type { TFunction } from "i18next";

/** "1,234" */
export function countText(t: TFunction, count: number): string {
  return t("common:number", { value: count });
}

/** "." or ",": what stands before decimals. */
export function decimalSign(t: TFunction): string {
  return countText(t, 0.5).charAt(1);
}

/** "1 order", "1,234 orders". */
export function ordersText(t: TFunction, count: number): string {
  return t("common:orders", { count });
}

/** "12%" in whole percent; what rounds to nothing or to all, but is not, stands as "under 1%" or "over 99%". */
export function shareText(t: TFunction, part: number, of: number): string {
  const share = of === 0 ? 0 : part / of;
  if (share > 0 && share < 0.01) return t("common:underPercent", { share: 0.01 });
  if (share >= 0.995 && share < 1) return t("common:overPercent", { share: 0.99 });
  return t("common:percent", { share: Math.round(share * 100) / 100 });
}

/** "£12.50" of minor units. */
export function moneyText(t: TFunction, minor: number, currency: string): string {
  return t("common:money", { amount: { minor, currency } });
}

/** "21 Nov 2026, 14:05" in the store's zone: the same on the server and in every browser. */
export function timeText(t: TFunction, iso: string, timeZone: string): string {
  return t("common:time", { at: iso, timeZone });
}

/** "21 Nov 2026" in the store's zone. */
export function dayText(t: TFunction, iso: string, timeZone: string): string {
  return t("common:day", { at: iso, timeZone });
}

/** "21 Nov" of a calendar day ("2026-11-21"). */
export function shortDayText(t: TFunction, day: string): string {
  return t("common:shortDay", { at: day });
}
