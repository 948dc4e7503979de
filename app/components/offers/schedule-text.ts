import type { TFunction } from "i18next";
import type { Schedule } from "../../domain/offers/offer";

/** "Always", "From 1 Dec 2026", "Until 24 Dec 2026" or both; dates are the store's own. */
export function scheduleText(t: TFunction, { startsAt, endsAt }: Schedule): string {
  // Wall-clock times carry no zone: read as UTC and shown as UTC, they stay as they are.
  const [from, until] = [startsAt?.slice(0, 10), endsAt?.slice(0, 10)];
  if (from && until) return t("offers:dates.between", { from, until });
  if (from) return t("offers:dates.from", { from });
  return until ? t("offers:dates.until", { until }) : t("offers:dates.always");
}
