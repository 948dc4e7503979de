import { listCharges } from "../../data/billing/charges.server";
import type { BillingCharge } from "../../data/billing/charges.server";
import { listDueLines } from "../../data/billing/lines.server";
import type { DueLine } from "../../data/billing/lines.server";
import { findOpenPeriod, findPeriod, listPeriods } from "../../data/billing/periods.server";
import type { BillingPeriod } from "../../data/billing/periods.server";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;
const chunkSize = 1_000;

export interface DuePage {
  period: BillingPeriod;
  periods: BillingPeriod[];
  lines: DueLine[];
  charges: BillingCharge[];
  /** Where the next page begins; null on the last. */
  next: number | null;
}

/** A page of what a period is charged for, the newest first: of the period asked for, else of the present or the last one. Null where there is none. */
export async function readDuePage(shop: ShopId, periodId: string | null, before: number | null): Promise<DuePage | null> {
  const periods = await listPeriods(shop);
  const period = periodId === null ? ((await findOpenPeriod(shop)) ?? periods[0] ?? null) : await findPeriod(shop, periodId);
  if (!period) return null;
  const [lines, charges] = await Promise.all([listDueLines(shop, period.id, before, pageSize + 1), listCharges(shop, period.id)]);
  const shown = lines.slice(0, pageSize);
  return { period, periods, lines: shown, charges, next: lines.length > pageSize ? (shown.at(-1)?.position ?? null) : null };
}

/** All lines of a period, the newest first, read as they are asked for; null where there is no such period. */
export async function streamDueLines(shop: ShopId, periodId: string): Promise<{ period: BillingPeriod; lines: AsyncGenerator<DueLine> } | null> {
  const period = await findPeriod(shop, periodId);
  return period && { period, lines: allLines(shop, periodId) };
}

async function* allLines(shop: ShopId, periodId: string): AsyncGenerator<DueLine> {
  let before: number | null = null;
  for (;;) {
    const lines: DueLine[] = await listDueLines(shop, periodId, before, chunkSize);
    yield* lines;
    if (lines.length < chunkSize) return;
    before = lines.at(-1)?.position ?? null;
  }
}
