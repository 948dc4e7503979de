import type { CatalogueProduct } from "../catalogue/product";
import { entryPrice } from "../strategies/catalogue-index";
import { buildLadderIndex } from "../strategies/ladder-index";
import type { MoveUp } from "../strategies/sources";
import { logChanceOfMoreUp } from "./chance";

/** What is dearer by less is the same thing at about the same price. */
const SMALLEST_STEP_PERCENT = 10;
/** Fewer customers who bought both say nothing, whichever came first. */
const FEWEST_CUSTOMERS = 5;
const FALSE_DISCOVERY_LIMIT = 0.05;
/** Of one customer, of one product, and of a shop: so that work and memory stay bounded. */
const MOST_PRODUCTS = 200;
const MOST_MOVES = 50;
const MOST_PAIRS = 1_000_000;

/** One purchase of one customer. */
export interface DatedPurchase {
  boughtAt: Date;
  productIds: readonly number[];
}

/** From when to when a shop sold a product, as far as its orders tell. */
export interface SoldPeriod {
  from: Date;
  until: Date;
}

interface Rung {
  id: number;
  number: number;
  priceMinor: number;
  families: readonly number[];
  soldFrom: number;
  soldUntil: number;
  customers: number;
}

interface Pair {
  from: Rung;
  to: Rung;
  up: number;
  down: number;
  orders: number;
}

interface Bought {
  rung: Rung;
  times: number[];
  first: number;
}

/**
 * Counts what customers bought first and what later, of products that are of one family and at least 10 % apart in price.
 * That many have both is no move up, since what is popular is bought sooner or later: only pairs of which the dearer came
 * later in more customers than a fair coin would give are told (sign test; Benjamini and Hochberg over all pairs of a
 * shop). A customer counts only while both were sold, or whatever is new would pass for what people moved up to.
 */
export class MovesUp {
  private readonly rungs = new Map<number, Rung>();
  private readonly pairs = new Map<number, Pair>();

  constructor(products: readonly CatalogueProduct[], sold: ReadonlyMap<number, SoldPeriod>) {
    const ladder = buildLadderIndex(products);
    const families = new Map<unknown, number>(ladder.families.map((family, number) => [family, number]));
    for (const product of products) {
      const priceMinor = entryPrice(product);
      const period = sold.get(product.id);
      if (priceMinor === null || !period) continue;
      this.rungs.set(product.id, {
        id: product.id, number: this.rungs.size, priceMinor, families: ladder.familiesOf(product).flatMap((family) => families.get(family) ?? []),
        soldFrom: period.from.getTime(), soldUntil: period.until.getTime(), customers: 0,
      });
    }
  }

  /** Notes all of one customer's purchases, in any order; what was first bought in one moment tells no direction. */
  addCustomer(purchases: readonly DatedPurchase[]): void {
    const bought = this.boughtIn(purchases);
    for (const { rung } of bought) rung.customers += 1;
    bought.sort((one, other) => one.rung.priceMinor - other.rung.priceMinor);
    for (const [place, from] of bought.entries()) {
      const least = (from.rung.priceMinor * (100 + SMALLEST_STEP_PERCENT)) / 100;
      for (let dearer = place + 1; dearer < bought.length; dearer += 1) {
        const to = bought[dearer];
        if (to && to.rung.priceMinor >= least) this.note(from, to);
      }
    }
  }

  private boughtIn(purchases: readonly DatedPurchase[]): Bought[] {
    const bought = new Map<number, Bought>();
    for (const { boughtAt, productIds } of purchases) {
      const time = boughtAt.getTime();
      for (const id of productIds) {
        const known = bought.get(id);
        const rung = known?.rung ?? this.rungs.get(id);
        if (known) {
          known.times.push(time);
          known.first = Math.min(known.first, time);
        } else if (rung) bought.set(id, { rung, times: [time], first: time });
      }
    }
    return [...bought.values()].slice(0, MOST_PRODUCTS);
  }

  private note(from: Bought, to: Bought): void {
    if (from.first === to.first || !from.rung.families.some((family) => to.rung.families.includes(family))) return;
    const bothFrom = Math.max(from.rung.soldFrom, to.rung.soldFrom);
    const bothUntil = Math.min(from.rung.soldUntil, to.rung.soldUntil);
    if (Math.min(from.first, to.first) < bothFrom || Math.max(from.first, to.first) > bothUntil) return;
    const pair = this.pairOf(from.rung, to.rung);
    if (!pair) return;
    if (from.first > to.first) pair.down += 1;
    else {
      pair.up += 1;
      for (const time of to.times) if (time > from.first) pair.orders += 1;
    }
  }

  /** By the cheaper product's id: what its buyers moved up to, by customers, then by id. */
  found(): Map<number, MoveUp[]> {
    const tested = [...this.pairs.values()].filter(({ up, down }) => up + down >= FEWEST_CUSTOMERS)
      .map((pair) => ({ pair, chance: logChanceOfMoreUp(pair.up, pair.down) }))
      .sort((one, other) => one.chance - other.chance);
    let passing = tested.length;
    while (passing > 0 && (tested[passing - 1]?.chance ?? 0) > Math.log((FALSE_DISCOVERY_LIMIT * passing) / tested.length)) passing -= 1;
    const moves = new Map<number, MoveUp[]>();
    for (const { pair: { from, to, up, orders } } of tested.slice(0, passing)) {
      moves.set(from.id, [...(moves.get(from.id) ?? []), { productId: to.id, customers: up, ofCustomers: from.customers, orders }]);
    }
    for (const [fromId, list] of moves) {
      moves.set(fromId, list.sort((one, other) => other.customers - one.customers || one.productId - other.productId).slice(0, MOST_MOVES));
    }
    return moves;
  }

  private pairOf(from: Rung, to: Rung): Pair | null {
    const key = from.number * this.rungs.size + to.number;
    const known = this.pairs.get(key);
    if (known || this.pairs.size >= MOST_PAIRS) return known ?? null;
    const pair = { from, to, up: 0, down: 0, orders: 0 };
    this.pairs.set(key, pair);
    return pair;
  }
}
