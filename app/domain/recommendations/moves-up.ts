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

interface Rung {
  priceMinor: number;
  families: ReadonlySet<unknown>;
}

interface Pair {
  fromId: number;
  toId: number;
  up: number;
  down: number;
  orders: number;
}

/**
 * Counts what customers bought first and what later, of products that are of one family and at least 10 % apart in price.
 * That many have both is no move up, since what is popular is bought sooner or later: only pairs of which the dearer came
 * later in more customers than a fair coin would give are told (sign test; Benjamini and Hochberg over all pairs of a shop).
 */
export class MovesUp {
  private readonly rungs = new Map<number, Rung>();
  private readonly customers = new Map<number, number>();
  private readonly pairs = new Map<string, Pair>();

  constructor(products: readonly CatalogueProduct[]) {
    const ladder = buildLadderIndex(products);
    for (const product of products) {
      const priceMinor = entryPrice(product);
      if (priceMinor !== null) this.rungs.set(product.id, { priceMinor, families: new Set(ladder.familiesOf(product)) });
    }
  }

  /** Notes all of one customer's purchases, in any order; what was first bought in one moment tells no direction. */
  addCustomer(purchases: readonly DatedPurchase[]): void {
    const days = new Map<number, number[]>();
    for (const { boughtAt, productIds } of purchases) {
      for (const id of productIds) {
        const known = days.get(id);
        if (known) known.push(boughtAt.getTime());
        else if (this.rungs.has(id)) days.set(id, [boughtAt.getTime()]);
      }
    }
    const bought = [...days].map(([id, times]) => ({ id, times, first: Math.min(...times) })).slice(0, MOST_PRODUCTS);
    for (const { id } of bought) this.customers.set(id, (this.customers.get(id) ?? 0) + 1);
    for (const from of bought) {
      for (const to of bought) {
        if (from.first === to.first || !this.isStepUp(from.id, to.id)) continue;
        const pair = this.pairOf(from.id, to.id);
        if (!pair) continue;
        if (from.first < to.first) {
          pair.up += 1;
          pair.orders += to.times.filter((time) => time > from.first).length;
        } else pair.down += 1;
      }
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
    for (const { pair: { fromId, toId, up, orders } } of tested.slice(0, passing)) {
      const move = { productId: toId, customers: up, ofCustomers: this.customers.get(fromId) ?? up, orders };
      moves.set(fromId, [...(moves.get(fromId) ?? []), move]);
    }
    for (const [fromId, list] of moves) {
      moves.set(fromId, list.sort((one, other) => other.customers - one.customers || one.productId - other.productId).slice(0, MOST_MOVES));
    }
    return moves;
  }

  private isStepUp(fromId: number, toId: number): boolean {
    const from = this.rungs.get(fromId);
    const to = this.rungs.get(toId);
    if (!from || !to || to.priceMinor * 100 < from.priceMinor * (100 + SMALLEST_STEP_PERCENT)) return false;
    for (const family of from.families) if (to.families.has(family)) return true;
    return false;
  }

  private pairOf(fromId: number, toId: number): Pair | null {
    const key = `${fromId} ${toId}`;
    const known = this.pairs.get(key);
    if (known || this.pairs.size >= MOST_PAIRS) return known ?? null;
    const pair = { fromId, toId, up: 0, down: 0, orders: 0 };
    this.pairs.set(key, pair);
    return pair;
  }
}
