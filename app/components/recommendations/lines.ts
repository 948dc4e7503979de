import { formatMinor } from "../../domain/money/money";
import { describeMissingRung } from "../../domain/strategies/missing-rungs";
import type { MissingRung } from "../../domain/strategies/missing-rungs";
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
    gap: row.typicalDays === null ? "" : `Typically ${dayCount(row.typicalDays)}`,
  }));
}

function dayCount(days: number): string {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? "1 day" : `${count.format(whole)} days`;
}
