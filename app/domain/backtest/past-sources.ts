import type { CatalogueProduct } from "../catalogue/product";
import type { Offer } from "../offers/offer";
import type { Placement } from "../offers/placement";
import { afterOrder, type Sources } from "../strategies/sources";
import { leftOutWith, type StaffChoices } from "../strategies/staff-choices";
import { strategyOf, type OfferStrategy } from "../strategies/strategy";
import { GROWTH } from "./growth";
import { knowsOrder } from "./moments";
import { PastBestsellers } from "./past-bestsellers";
import { PastCounts } from "./past-counts";
import { PastDays } from "./past-days";
import { PastFollowing } from "./past-following";
import { PastMoves } from "./past-moves";
import { distinctProducts, type PastOrder } from "./past-order";
import { PastRebuys } from "./past-rebuys";
import { PastTrend } from "./past-trend";
import { ProductNumbers } from "./product-numbers";

/** The bestsellers that "bought together" falls back on. */
const FALLBACK_DAYS = 90;

/** The page that wants to know. */
export interface AskedPage extends Pick<PastOrder, "customerKey" | "processedAt"> {
  placement: Placement;
  /** Products that are shown beside each other at most. */
  room: number;
}

interface Cancellation {
  order: PastOrder;
  at: number;
}

export interface PastSetup {
  offers: readonly Pick<Offer, "content">[];
  /** The whole catalogue, as it is today. */
  products?: ReadonlyMap<number, CatalogueProduct>;
  /** Staff's pins and exclusions as they are today. */
  choices?: StaffChoices;
  /** By what share the past grows before neighbours and the like are worked out anew; 0: whenever they are asked for. */
  growth?: number;
}

/**
 * What the shop's past told strategies at each moment of a replay; orders have to be told in order of time, and are
 * taken back when they were cancelled. Only what the strategies of the offers ask for is counted.
 */
export class PastSources {
  private readonly days = new PastDays();
  private readonly numbers = new ProductNumbers();
  private readonly bestsellers: PastBestsellers;
  private readonly rebuys: PastRebuys;
  private readonly trend: PastTrend | null;
  private readonly counts: PastCounts | null;
  private readonly following: PastFollowing | null;
  private readonly moves: PastMoves | null;
  private readonly countsDays: boolean;
  /** The earliest last. */
  private readonly cancellations: Cancellation[] = [];
  private asked: AskedPage = { customerKey: null, processedAt: new Date(0), placement: "post-purchase", room: 1 };
  private readonly told: Sources = this.sources();
  private readonly toldAfterOrder: Sources = afterOrder(this.told);

  private readonly choices: StaffChoices;
  private movedTo = -Infinity;

  constructor({ offers, products = new Map(), choices = new Map(), growth = GROWTH }: PastSetup) {
    this.choices = choices;
    const strategies = offers.map(({ content }) => strategyOf(content));
    const together = offers.filter(({ content }) => strategyOf(content).kind === "boughtTogether");
    const windows = strategies.flatMap((strategy) => (strategy.kind === "bestseller" ? [strategy.days] : []));
    this.bestsellers = new PastBestsellers(this.days, together.length > 0 ? [...windows, FALLBACK_DAYS] : windows);
    this.rebuys = new PastRebuys({ asksReorders: strategies.some(({ kind }) => kind === "reorder"), named: namedBy(strategies) }, growth);
    const trend = together.length > 0 ? new PastTrend(this.days) : null;
    const question = { choices, trend: (productId: number) => trend?.factor(productId) ?? 1, numbers: this.numbers, growth };
    this.trend = trend;
    this.counts = together.length > 0 ? new PastCounts(question) : null;
    this.following = together.some(({ content }) => content.placements.some(knowsOrder)) ? new PastFollowing(question) : null;
    this.moves = strategies.some(({ kind }) => kind === "priceLadder") ? new PastMoves([...products.values()], this.days, growth) : null;
    this.countsDays = windows.length > 0 || together.length > 0 || this.moves !== null;
  }

  /** What production would have read at a page before an order was placed; it stands until the next page or order. */
  before(page: AskedPage): Sources {
    this.moveTo(page.processedAt);
    this.asked = page;
    return knowsOrder(page.placement) ? this.toldAfterOrder : this.told;
  }

  /** Test orders count for nothing, as in production. */
  add(order: PastOrder): void {
    this.moveTo(order.processedAt);
    this.forget();
    const { id, customerKey, processedAt, cancelledAt, test } = order;
    if (test || order.lines.length === 0) return;
    const productIds = distinctProducts(order);
    this.countDay(productIds, processedAt, 1);
    if (this.counts || this.following) {
      const products = this.numbers.ofAll(productIds);
      this.counts?.add(id, customerKey, products, cancelledAt !== null);
      this.following?.add(id, customerKey, products, processedAt);
    }
    this.rebuys.add(id, customerKey, productIds, processedAt);
    this.moves?.add(id, customerKey, productIds, processedAt);
    if (cancelledAt === null) return;
    const at = cancelledAt.getTime();
    const place = this.cancellations.findIndex((one) => one.at <= at);
    this.cancellations.splice(place < 0 ? this.cancellations.length : place, 0, { order, at });
  }

  private sources(): Sources {
    return {
      companions: (productIds, past) => this.counts?.companions(productIds, past) ?? [],
      anyCompanions: (productIds) => this.counts?.anyCompanions(productIds) ?? [],
      leftOut: (productIds) => leftOutWith(productIds, this.choices),
      overlaps: (productIds) => (this.asked.room > 1 && this.counts?.overlaps(productIds)) || [],
      laterCompanions: (productIds) => this.following?.companions(productIds) ?? [],
      bestsellers: (days) => this.bestsellers.list(days, this.asked.processedAt),
      reorders: () => this.rebuys.reorders(this.asked.customerKey),
      movesUp: (productId) => this.moves?.from(productId) ?? [],
      isRebought: (productId) => this.rebuys.isRebought(productId),
    };
  }

  private moveTo(now: Date): void {
    if (now.getTime() !== this.movedTo) this.forget();
    this.movedTo = now.getTime();
    for (let next = this.cancellations.at(-1); next && next.at <= now.getTime(); next = this.cancellations.at(-1)) {
      this.cancellations.pop();
      this.takeBack(next.order);
    }
    this.trend?.moveTo(now);
  }

  /** Of the order in hand. */
  private forget(): void {
    this.counts?.forget();
    this.following?.forget();
  }

  private takeBack(order: PastOrder): void {
    const { id, customerKey, processedAt } = order;
    const productIds = distinctProducts(order);
    this.countDay(productIds, processedAt, -1);
    this.counts?.reverse(id, customerKey);
    this.following?.reverse(id, customerKey);
    this.rebuys.reverse(id, customerKey, productIds, processedAt);
    this.moves?.reverse(id, customerKey);
  }

  private countDay(productIds: readonly number[], at: Date, sign: 1 | -1): void {
    if (!this.countsDays) return;
    this.days.count(productIds, at, sign);
    this.trend?.count(productIds, at, sign);
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
