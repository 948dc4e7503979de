import type { TFunction } from "i18next";
import type { GeneralReason } from "../../domain/decisions/decision";

/** Where staff can change what decided; null where there is nothing to change. */
export function whereDecided(t: TFunction, reason: GeneralReason | null): { label: string; url: string } | null {
  switch (reason) {
    case "quietAfterCase":
    case "quietAfterAcceptance":
    case "quietAfterDecline":
    case "impressionCap":
    case "firstOrder":
      return { label: t("activity:event.seeCourtesy"), url: "/app/courtesy" };
    case "switchedOff":
      return { label: t("activity:event.seePlacements"), url: "/app/placements" };
    case "planLimit":
    case "capReached":
      return { label: t("activity:event.seePlan"), url: "/app/billing" };
    case "holdOut":
      return { label: t("activity:event.seeSettings"), url: "/app/settings" };
    default:
      return null;
  }
}
