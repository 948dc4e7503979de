import type { TFunction } from "i18next";

/** What a policy would have changed for the customers who saw most offers. */
export interface PreviewFigures {
  days: number;
  seen: number;
  wouldHaveSeen: number;
  all: { seen: number; wouldHaveSeen: number; customers: number; affected: number; keptBy: { code: string; offers: number }[] };
}

/** Limits of the page that an example can show; what always holds has one name. */
const named = ["impressionCap", "quietAfterDecline", "quietAfterAcceptance", "declinedProduct"] as const;

/** The live example in sentences, the plainest first. */
export function previewTexts(t: TFunction, { days, seen, wouldHaveSeen, all }: PreviewFigures): string[] {
  if (seen === 0) return [t("courtesy:example.none", { days })];
  const busiest = wouldHaveSeen >= seen
    ? t("courtesy:example.same", { days, count: seen })
    : t("courtesy:example.fewer", { days, count: wouldHaveSeen, seen });
  if (all.customers < 2) return [busiest];
  if (all.affected === 0) return [busiest, t("courtesy:example.allSame", { customers: all.customers, seen: all.seen })];
  return [busiest, t("courtesy:example.all", { customers: all.customers, would: all.wouldHaveSeen, seen: all.seen, count: all.affected })];
}

/** Which limits kept how much back: "Quiet after a no: 12 kept back". */
export function keptTexts(t: TFunction, { all }: PreviewFigures): string[] {
  const known = all.keptBy.map(({ code, offers }) => ({ code: named.find((name) => name === code) ?? ("other" as const), offers }));
  const codes = [...new Set(known.map(({ code }) => code))];
  return codes.map((code) => t("courtesy:example.keptBy", {
    limit: t(`courtesy:kept.${code}`), count: known.reduce((sum, one) => sum + (one.code === code ? one.offers : 0), 0),
  }));
}
