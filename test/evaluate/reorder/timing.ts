import { dueRange, type Rhythm } from "../../../app/domain/reorders/due-date";
import { promptDay, promptRefusal, PROMPT_LEAD_DAYS, PROMPT_WINDOW_DAYS } from "../../../app/domain/reorders/prompt-gate";
import { gapsBetween } from "../../../app/domain/reorders/purchase-gaps";
import { ShopIntervals } from "../../../app/domain/reorders/shop-intervals";
import type { HistoryOrder } from "../history/history";
import { mean, median } from "../protocol/metrics";

export interface TimingFigures {
  medianAbsoluteDays: number | null;
  promptPrecision: number | null;
  reached: number | null;
  prompts: number;
  repurchases: number;
}

/** A repeat purchase after the cut, and what came of it. */
interface Repeat {
  rhythm: Rhythm;
  purchases: number;
  /** Days to the next purchase of the product; Infinity when there was none. */
  nextDays: number;
}

const CUT_QUANTILE = 0.4;
const FOLLOW_UP_DAYS = 90;

/** Encore's timing and the mean inter-purchase time beside it; null where nothing was bought three times in the time there is. */
export function evaluateTiming(orders: readonly HistoryOrder[]): { name: string; figures: TimingFigures }[] | null {
  const repeats = repeatsAfterCut(orders);
  if (!repeats || repeats.length === 0) return null;
  return [
    {
      name: "Encore",
      figures: figuresFor(repeats, ({ rhythm, purchases }) => {
        const due = dueRange(rhythm);
        return { expected: due.expectedDays, prompt: promptRefusal(purchases, due) ? null : promptDay(due) };
      }),
    },
    {
      name: "mean inter-purchase time",
      figures: figuresFor(repeats, ({ rhythm }) => {
        const expected = mean(rhythm.pairGaps);
        return { expected, prompt: Math.max(0, expected - PROMPT_LEAD_DAYS) };
      }),
    },
  ];
}

function figuresFor(repeats: readonly Repeat[], predict: (repeat: Repeat) => { expected: number; prompt: number | null }): TimingFigures {
  const errors: number[] = [];
  let prompts = 0;
  let succeeded = 0;
  for (const repeat of repeats) {
    const { expected, prompt } = predict(repeat);
    if (repeat.nextDays <= FOLLOW_UP_DAYS) errors.push(Math.abs(expected - repeat.nextDays));
    if (prompt === null || repeat.nextDays <= prompt) continue;
    prompts++;
    if (repeat.nextDays - prompt <= PROMPT_WINDOW_DAYS) succeeded++;
  }
  return {
    medianAbsoluteDays: median(errors),
    promptPrecision: prompts === 0 ? null : succeeded / prompts,
    reached: errors.length === 0 ? null : succeeded / errors.length,
    prompts,
    repurchases: errors.length,
  };
}

function repeatsAfterCut(orders: readonly HistoryOrder[]): Repeat[] | null {
  const wholeDay = (order: HistoryOrder | undefined) => Math.floor(order?.day ?? 0);
  const cut = wholeDay(orders[Math.floor(orders.length * CUT_QUANTILE)]);
  const end = wholeDay(orders.at(-1));
  const customers = new Map<number, { orderDays: number[]; byProduct: Map<number, number[]> }>();
  for (const order of orders) {
    if (order.customer < 0) continue;
    const day = wholeDay(order);
    const held = customers.get(order.customer) ?? { orderDays: [], byProduct: new Map<number, number[]>() };
    customers.set(order.customer, held);
    pushDay(held.orderDays, day);
    for (const product of order.products) {
      const days = held.byProduct.get(product) ?? [];
      held.byProduct.set(product, days);
      pushDay(days, day);
    }
  }
  const gaps = new Map<number, number[]>();
  for (const { byProduct } of customers.values()) {
    for (const [product, days] of byProduct) {
      const before = gapsBetween(days.filter((day) => day < cut));
      if (before.length > 0) gaps.set(product, [...(gaps.get(product) ?? []), ...before]);
    }
  }
  const intervals = ShopIntervals.of(gaps);
  if (!intervals) return null;
  const repeats: Repeat[] = [];
  for (const { orderDays, byProduct } of customers.values()) {
    for (const [product, days] of byProduct) {
      for (let n = 1; n < days.length; n++) {
        const day = days[n] ?? 0;
        if (day < cut || day + FOLLOW_UP_DAYS > end) continue;
        const rhythm: Rhythm = {
          pairGaps: gapsBetween(days.slice(0, n + 1)),
          orderGaps: gapsBetween(orderDays.filter((each) => each <= day)),
          productDays: intervals.productDays(product),
          shopDays: intervals.shopDays,
        };
        repeats.push({ rhythm, purchases: n + 1, nextDays: (days[n + 1] ?? Number.POSITIVE_INFINITY) - day });
      }
    }
  }
  return repeats;
}

function pushDay(days: number[], day: number): void {
  if (days.at(-1) !== day) days.push(day);
}
