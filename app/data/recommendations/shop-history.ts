import { DAY_MS } from "../../domain/courtesy/days";
import type { CountedOrder } from "../../domain/recommendations/count-batch";
import type { Purchase } from "../../domain/recommendations/purchase";
import { gapsBetween } from "../../domain/reorders/purchase-gaps";
import { ShopIntervals } from "../../domain/reorders/shop-intervals";

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
  typicalDays: number | null;
}

/** A shop's whole past while its counts are built: products by small numbers, their buyers and days. */
export class ShopHistory {
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly histories: ProductHistory[] = [];
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

  products(): ProductFigures[] {
    const gaps = new Map<number, number[]>();
    const figures = this.histories.map(({ byCustomer, guests }, number) => {
      const again = [...byCustomer.values()].filter((days) => days.length > 1);
      const own = again.flatMap((days) => gapsBetween(days.sort((one, other) => one - other)));
      if (own.length > 0) gaps.set(number, own);
      const repeats = again.reduce((sum, days) => sum + days.length - 1, 0);
      return { id: this.idOf(number), number, customers: byCustomer.size + guests, repeats, repeatCustomers: again.length, typicalDays: null };
    });
    const intervals = ShopIntervals.of(gaps);
    return figures.map((one) => (gaps.has(one.number) ? { ...one, typicalDays: intervals?.productDays(one.number) ?? null } : one));
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
