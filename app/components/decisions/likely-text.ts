import type { TFunction } from "i18next";
import type { LikelyReason } from "../../domain/reports/likely-reason";

/** Why an order has no decision, in a sentence for staff. */
export function likelyText(t: TFunction, reason: LikelyReason | "notArrived"): string {
  return t(`activity:likely.${reason}`);
}
