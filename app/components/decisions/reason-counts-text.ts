import type { TFunction } from "i18next";
import type { Option } from "./activity-filters";

const codes = [
  "chosen", "noOffers", "switchedOff", "planLimit", "capReached", "holdOut", "otherCurrency", "alreadyDecided", "optedOut", "openCase",
  "quietAfterCase", "firstOrder", "funnelEnded", "quietAfterAcceptance", "quietAfterDecline", "impressionCap", "notActive", "notScheduled",
  "ruleNotMet", "ruleUnknown", "declinedBefore", "declinedOffer", "acceptedBefore", "noProduct", "nothingFound", "onlyAfterDecline",
  "notAfterDecline", "lowerPriority", "lessValue", "notForPlacement", "livesElsewhere", "thanked", "onlyThanks", "giftOrder",
] as const;

/** What was decided, in a few words; codes of later versions stand for themselves. */
export function countedReasonText(t: TFunction, code: string): string {
  const known = codes.find((name) => name === code);
  return known ? t(`activity:counted.${known}`) : code;
}

/** Every reason that the list can be filtered by. */
export function reasonOptions(t: TFunction): Option[] {
  return codes.map((value) => ({ value, label: countedReasonText(t, value) }));
}
