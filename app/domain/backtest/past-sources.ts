import type { Offer } from "../offers/offer";
import type { CompanionQuestion } from "../strategies/companions";
import type { Sources } from "../strategies/sources";
import { leftOutWith } from "../strategies/staff-choices";
import { strategyOf, type OfferStrategy } from "../strategies/strategy";
import { PastBestsellers } from "./past-bestsellers";
import { PastCounts } from "./past-counts";
import { distinctProducts, type PastOrder } from "./past-order";
import { PastRebuys } from "./past-rebuys";

/** The bestsellers that "bought together" falls back on. */
const FALLBACK_DAYS = 90;

interface Cancellation {
  order: PastOrder;
  at: number;
}

/**
 * What the shop's past told strategies at each moment of a replay; orders have to be told in order of time, and are
 * taken back when they were cancelled. Only what the strategies of the offers ask for is counted.
 */
export class PastSources {
  private readonly counts: PastCounts | null;
  private readonly bestsellers: PastBestsellers;
  private readonly rebuys: PastRebuys;
  /** The earliest last. */
  private readonly cancellations: Cancellation[] = [];

  constructor(offers: readonly Pick<Offer, "content">[], private readonly choices: CompanionQuestion["choices"]) {
    const strategies = offers.map(({ content }) => strategyOf(content));
    const isTogether = strategies.some(({ kind }) => kind === "boughtTogether");
    this.counts = isTogether ? new PastCounts(choices) : null;
    this.bestsellers = new PastBestsellers([
      ...strategies.flatMap((strategy) => (strategy.kind === "bestseller" ? [strategy.days] : [])), ...(isTogether ? [FALLBACK_DAYS] : []),
    ]);
    this.rebuys = new PastRebuys({ asksReorders: strategies.some(({ kind }) => kind === "reorder"), named: namedBy(strategies) });
  }

  /** What production would have read before this order; to be used before the next one is added. */
  before({ customerKey, processedAt }: Pick<PastOrder, "customerKey" | "processedAt">): Sources {
    this.takeBack(processedAt);
    return {
      leftOut: (productIds) => leftOutWith(productIds, this.choices),
      companions: (productIds) => this.counts?.companions(productIds) ?? [],
      bestsellers: (days) => this.bestsellers.list(days, processedAt),
      reorders: () => this.rebuys.reorders(customerKey),
      // What next orders brought is not counted in a replay: it is of placements that are not replayed.
    laterCompanions: () => [],
    movesUp: () => [],
      isRebought: (productId) => this.rebuys.isRebought(productId),
    };
  }

  /** Test orders count for nothing, as in production. */
  add(order: PastOrder): void {
    const { id, customerKey, processedAt, cancelledAt, test } = order;
    if (test || order.lines.length === 0) return;
    const productIds = distinctProducts(order);
    this.counts?.add(id, customerKey, productIds, cancelledAt !== null);
    this.bestsellers.count(productIds, processedAt, 1);
    this.rebuys.add(id, customerKey, productIds, processedAt);
    if (cancelledAt === null) return;
    const at = cancelledAt.getTime();
    const place = this.cancellations.findIndex((one) => one.at <= at);
    this.cancellations.splice(place < 0 ? this.cancellations.length : place, 0, { order, at });
  }

  private takeBack(now: Date): void {
    for (let next = this.cancellations.at(-1); next && next.at <= now.getTime(); next = this.cancellations.at(-1)) {
      this.cancellations.pop();
      const { id, customerKey, processedAt } = next.order;
      const productIds = distinctProducts(next.order);
      this.counts?.reverse(id, customerKey);
      this.bestsellers.count(productIds, processedAt, -1);
      this.rebuys.reverse(id, customerKey, productIds);
    }
  }
}

/** The only products of which may be asked whether they are bought again; null where strategies pick from the whole catalogue. */
function namedBy(strategies: readonly OfferStrategy[]): ReadonlySet<number> | null {
  const named = new Set<number>();
  for (const strategy of strategies) {
    if (strategy.kind === "coupon" || strategy.kind === "thankYouOnly") continue;
    if (strategy.kind !== "manual") return null;
    for (const { productId } of strategy.products) named.add(productId);
  }
  return named;
}
