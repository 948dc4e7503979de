import type { CatalogueProduct } from "../catalogue/product";
import { DAY_MS } from "../courtesy/days";
import { type DatedPurchase, MovesUp, type SoldPeriod } from "../recommendations/moves-up";
import type { MoveUp } from "../strategies/sources";
import { hasGrown } from "./growth";
import type { PastDays } from "./past-days";

/** What buyers moved up to until a moment of a replay, among the products and prices of today; counted anew as the orders grow. */
export class PastMoves {
  private readonly ofCustomer = new Map<string, Map<number, DatedPurchase>>();
  private orders = 0;
  private counted: { orders: number; found: ReadonlyMap<number, readonly MoveUp[]> } = { orders: 0, found: new Map() };

  constructor(private readonly products: readonly CatalogueProduct[], private readonly days: PastDays, private readonly growth: number) {}

  add(orderId: number, customerKey: string | null, productIds: readonly number[], boughtAt: Date): void {
    this.orders += 1;
    if (customerKey === null) return;
    const orders = this.ofCustomer.get(customerKey);
    if (orders) orders.set(orderId, { boughtAt, productIds });
    else this.ofCustomer.set(customerKey, new Map([[orderId, { boughtAt, productIds }]]));
  }

  /** Takes back an order that was added. */
  reverse(orderId: number, customerKey: string | null): void {
    this.orders -= 1;
    if (customerKey !== null) this.ofCustomer.get(customerKey)?.delete(orderId);
  }

  /** As `Sources.movesUp`. */
  from(productId: number): readonly MoveUp[] {
    const { orders, growth } = this;
    if (hasGrown(this.counted.orders, orders, growth)) this.counted = { orders, found: this.found() };
    return this.counted.found.get(productId) ?? [];
  }

  private found(): ReadonlyMap<number, readonly MoveUp[]> {
    const moves = new MovesUp(this.products, this.soldPeriods());
    for (const orders of this.ofCustomer.values()) moves.addCustomer([...orders.values()]);
    return moves.found();
  }

  private soldPeriods(): Map<number, SoldPeriod> {
    const sold = new Map<number, SoldPeriod>();
    for (const [day, products] of this.days.days()) {
      const [from, until] = [new Date(day * DAY_MS), new Date((day + 1) * DAY_MS)];
      for (const id of products.keys()) {
        const known = sold.get(id);
        sold.set(id, known ? { from: known.from < from ? known.from : from, until: known.until > until ? known.until : until } : { from, until });
      }
    }
    return sold;
  }
}
