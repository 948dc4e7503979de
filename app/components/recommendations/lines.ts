import type { TFunction } from "i18next";
import { TYPICAL_FACTOR } from "../../domain/reorders/due-date";
import type { CompanionInsight } from "../../domain/strategies/companion-insight";
import { describeTogether } from "../../domain/strategies/describe-evidence";
import type { MissingRung } from "../../domain/strategies/missing-rungs";
import { countText, moneyText } from "../../i18n/values";
import type { CompanionLine } from "./CompanionsCard";
import type { RebuyLine } from "./BoughtAgain";
import type { MissingRungLine } from "./MissingRungs";

/** Missing rungs in the words and amounts that staff read; a gap that two families share is told once. */
export function missingRungLines(t: TFunction, rungs: readonly (MissingRung & { title: string; belowTitle: string; aboveTitle: string })[], currency: string): MissingRungLine[] {
  const money = (minor: number) => moneyText(t, minor, currency);
  const pairs = rungs.map(({ belowProductId, aboveProductId }) => `${belowProductId} ${aboveProductId}`);
  return rungs.filter((_, place) => pairs.indexOf(pairs[place] ?? "") === place).map((rung) => ({
    family: rung.by === "type" ? t("recommendations:ladder.byType", { name: rung.title }) : t("recommendations:ladder.byCollection", { name: rung.title }),
    belowMinor: rung.belowMinor,
    aboveMinor: rung.aboveMinor,
    gap: t("recommendations:missing.nothingBetween", { from: { minor: rung.belowMinor, currency }, to: { minor: rung.aboveMinor, currency } }),
    times: t("recommendations:missing.timesDearer", { times: Math.round((rung.aboveMinor / rung.belowMinor) * 10) / 10 }),
    below: { id: rung.belowProductId, title: rung.belowTitle, price: money(rung.belowMinor) },
    above: { id: rung.aboveProductId, title: rung.aboveTitle, price: money(rung.aboveMinor) },
  }));
}

/** What goes with the product of a title, with its counts as they are read. */
export function companionLines(t: TFunction, companions: readonly CompanionInsight[], ofTitle: string): CompanionLine[] {
  return companions.map(({ figures, isPinned, ...companion }) => ({
    ...companion, isPinned,
    reason: isPinned ? t("recommendations:evidence.pinned", { product: ofTitle }) : figures ? describeTogether(t, figures, ofTitle) : "",
    counts: isPinned && figures ? describeTogether(t, figures, ofTitle) : "",
    together: figures ? t("recommendations:companions.ofOrders", { orders: figures.orders, of: figures.ofOrders }) : t("recommendations:companions.notCounted"),
    confidence: figures ? shareAtLeast(t, figures.shareAtLeast) : "",
  }));
}

/** Rounded down, so that it never says more than is known. */
function shareAtLeast(t: TFunction, share: number): string {
  const percent = Math.floor(share * 100);
  return percent < 1 ? t("recommendations:companions.below", { share: 0.01 }) : t("recommendations:companions.atLeast", { share: percent / 100 });
}

interface Rebought {
  productId: number;
  title: string;
  imageUrl: string | null;
  customers: number;
  repeatCustomers: number;
  repeats: number;
  isRebought: boolean | null;
  typicalDays: number | null;
}

/** What is bought again, with the time between two purchases in whole days. */
export function rebuyLines(t: TFunction, rows: readonly Rebought[]): RebuyLine[] {
  return rows.map((row) => ({
    productId: row.productId,
    title: row.title,
    imageUrl: row.imageUrl,
    cameBack: t("recommendations:again.cameOf", { came: row.repeatCustomers, customers: row.customers }),
    repeats: countText(t, row.repeats),
    isRebought: row.isRebought,
    gap: row.typicalDays === null ? "" : gapText(t, row.typicalDays),
  }));
}

/** "Typically 28 days; half of them within 19 to 42": never a date. */
function gapText(t: TFunction, typicalDays: number): string {
  const days = (number: number) => Math.max(1, Math.round(number));
  return t("recommendations:again.gap", { count: days(typicalDays), from: days(typicalDays / TYPICAL_FACTOR), until: days(typicalDays * TYPICAL_FACTOR) });
}
