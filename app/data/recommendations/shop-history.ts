import { DAY_MS } from "../../domain/courtesy/days";
import { allProducts, type CountedOrder } from "../../domain/recommendations/count-batch";
import type { Purchase } from "../../domain/recommendations/purchase";
import { medianOfCounts } from "../../domain/reorders/median";
import { gapsBetween } from "../../domain/reorders/purchase-gaps";
import { typicalDaysIfKnown } from "../../domain/reorders/shop-intervals";

interface ProductHistory {
  /** By customer: the days on which they bought it. */
  byCustomer: Map<string, number[]>;
  guests: number;
}

export interface ProductFigures {
  id: number;
  number: number;
  customers: number;
  repeats: number;
  repeatCustomers: number;
  gaps: number;
  medianDays: number | null;
  typicalDays: number | null;
}

/** A shop's whole past while its counts are built: products by small numbers, their buyers and days. */
export class ShopHistory {
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly histories: ProductHistory[] = [];
  /** Made when all orders are there. */
  private gapsByProduct: Map<number, Map<number, number>> | null = null;
  private readonly ordersByDay = new Map<string, Map<number, number>>();

  /** Notes an order, and gives it with small numbers. */
  add({ customerKey, productIds, boughtAt }: CountedOrder): Purchase {
    const day = boughtAt.toISOString().slice(0, 10);
    const ofDay = this.ordersByDay.get(day) ?? new Map<number, number>();
    this.ordersByDay.set(day, ofDay);
    const numbers = productIds.map((id) => this.numberOf(id));
    for (const [place, number] of numbers.entries()) {
      const id = productIds[place] ?? 0;
      ofDay.set(id, (ofDay.get(id) ?? 0) + 1);
      const history = this.histories[number];
      if (!history) continue;
      if (customerKey === null) history.guests += 1;
      else push(history.byCustomer, customerKey, Math.floor(boughtAt.getTime() / DAY_MS));
    }
    return { products: Int32Array.from(numbers).sort() };
  }

  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  numbersOfProducts(): number[] {
    return [...this.ids.keys()];
  }

  products(): ProductFigures[] {
    const gaps = this.gaps();
    const shopDays = this.medianDays();
    return this.histories.map(({ byCustomer, guests }, number) => {
      const again = [...byCustomer.values()].filter((days) => days.length > 1);
      const own = [...(gaps.get(this.idOf(number)) ?? [])];
      const known = { gaps: own.reduce((sum, [, times]) => sum + times, 0), medianDays: medianOfCounts(own) };
      const repeats = again.reduce((sum, days) => sum + days.length - 1, 0);
      return {
        id: this.idOf(number), number, customers: byCustomer.size + guests, repeats, repeatCustomers: again.length,
        ...known, typicalDays: typicalDaysIfKnown(known, shopDays),
      };
    });
  }

  /** How often so many days lay between two purchases by one customer, by product and `allProducts`. */
  gaps(): Map<number, Map<number, number>> {
    this.gapsByProduct ??= countGaps(this.histories.map(({ byCustomer }, number) => [this.idOf(number), [...byCustomer.values()]]));
    return this.gapsByProduct;
  }

  /** Of all gaps; null while nothing was bought twice. */
  medianDays(): number | null {
    return medianOfCounts(this.gaps().get(allProducts) ?? []);
  }

  days(): { day: string; id: number; orders: number }[] {
    return [...this.ordersByDay].flatMap(([day, products]) => [...products].map(([id, orders]) => ({ day, id, orders })));
  }

  private numberOf(id: number): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    this.histories.push({ byCustomer: new Map(), guests: 0 });
    return number;
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

function countGaps(daysByProduct: readonly [id: number, days: readonly number[][]][]): Map<number, Map<number, number>> {
  const all = new Map<number, number>();
  const gaps = new Map([[allProducts, all]]);
  for (const [id, ofCustomers] of daysByProduct) {
    const own = new Map<number, number>();
    for (const gap of ofCustomers.flatMap((days) => gapsBetween([...days].sort((one, other) => one - other)))) {
      own.set(gap, (own.get(gap) ?? 0) + 1);
      all.set(gap, (all.get(gap) ?? 0) + 1);
    }
    if (own.size > 0) gaps.set(id, own);
  }
  return gaps;
}
