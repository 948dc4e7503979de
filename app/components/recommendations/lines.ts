import { formatMinor } from "../../domain/money/money";
import { TYPICAL_FACTOR } from "../../domain/reorders/due-date";
import { describeMissingRung } from "../../domain/strategies/missing-rungs";
import type { MissingRung } from "../../domain/strategies/missing-rungs";
import type { CompanionLine } from "./CompanionsCard";
import type { RebuyLine } from "./BoughtAgain";
import type { MissingRungLine } from "./MissingRungs";

const count = new Intl.NumberFormat("en");
const ratio = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** Missing rungs in the words and amounts that staff read. */
export function missingRungLines(
  rungs: readonly (MissingRung & { title: string; belowTitle: string; aboveTitle: string })[], currency: string,
): MissingRungLine[] {
  const money = (minor: number) => formatMinor(minor, currency, "en");
  return rungs.map((rung) => ({
    family: rung.title,
    belowMinor: rung.belowMinor,
    aboveMinor: rung.aboveMinor,
    gap: describeMissingRung(rung, currency, "en"),
    times: `${ratio.format(rung.aboveMinor / rung.belowMinor)} times`,
    below: { id: rung.belowProductId, title: rung.belowTitle, price: money(rung.belowMinor) },
    above: { id: rung.aboveProductId, title: rung.aboveTitle, price: money(rung.aboveMinor) },
  }));
}

interface Companion extends Omit<CompanionLine, "together" | "confidence"> {
  orders: number;
  ofOrders: number;
  /** 0 to 1. */
  shareAtLeast: number;
}

/** What goes with a product, with its counts as they are read. */
export function companionLines(companions: readonly Companion[]): CompanionLine[] {
  return companions.map(({ productId, title, imageUrl, reason, isEnough, isPinned, isExcluded, orders, ofOrders, shareAtLeast }) => ({
    productId, title, imageUrl, isEnough, isPinned, isExcluded,
    reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
    together: `${count.format(orders)} of ${count.format(ofOrders)}`,
    confidence: shareText(shareAtLeast),
  }));
}

/** Rounded down, so that it never says more than is known. */
function shareText(share: number): string {
  const percent = Math.floor(share * 100);
  return percent < 1 ? "Below 1 %" : `At least ${percent} %`;
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
export function rebuyLines(rows: readonly Rebought[]): RebuyLine[] {
  return rows.map((row) => ({
    productId: row.productId,
    title: row.title,
    imageUrl: row.imageUrl,
    customers: count.format(row.customers),
    repeatCustomers: count.format(row.repeatCustomers),
    repeats: count.format(row.repeats),
    isRebought: row.isRebought,
    gap: row.typicalDays === null ? "" : gapText(row.typicalDays),
  }));
}

/** "Typically 28 days; half of them within 19 to 42": never a date. */
function gapText(typicalDays: number): string {
  const days = (number: number) => Math.max(1, Math.round(number));
  const typical = days(typicalDays);
  return `Typically ${typical === 1 ? "1 day" : `${count.format(typical)} days`}; half of them ${count.format(days(typicalDays / TYPICAL_FACTOR))} to ${count.format(days(typicalDays * TYPICAL_FACTOR))}`;
}
