import { hasGrown } from "./growth";

/** What is worked out of a product when it is first asked for, and anew once the product's orders have grown. */
export class KeptByProduct<Made> {
  private readonly kept: ({ orders: number; made: Made } | undefined)[] = [];

  constructor(private readonly make: (number: number) => Made, private readonly ordersOf: (number: number) => number, private readonly growth: number) {}

  of(number: number): Made {
    const orders = this.ordersOf(number);
    const held = this.kept[number];
    if (held && !hasGrown(held.orders, orders, this.growth)) return held.made;
    const made = this.make(number);
    this.kept[number] = { orders, made };
    return made;
  }
}
