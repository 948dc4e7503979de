import { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { evidenceThreshold } from "../recommendations/evidence";
import type { Purchase } from "../recommendations/purchase";
import { rankCompanions, type CompanionQuestion } from "../strategies/companions";
import { numberedListsOf, type NumberedLists } from "../strategies/numbered-lists";
import type { Companion } from "../strategies/sources";
import { withPins } from "../strategies/staff-choices";
import { hasGrown } from "./growth";

/** What was bought together up to a moment of a replay, counted order by order by the code that counts in production. */
export class PastCounts {
  private readonly counts = new CoPurchaseCounts();
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly ofCustomer = new Map<string, Purchase[]>();
  private readonly purchases = new Map<number, Purchase>();
  private readonly lists: (NumberedLists | undefined)[] = [];
  private threshold = -Infinity;
  private thresholdOrders = 0;

  /** `choices`: staff's pins and exclusions as they are today. */
  constructor(private readonly choices: CompanionQuestion["choices"]) {}

  /** Counts an order; `productIds` each once. Only what may be taken back later is kept by its id. */
  add(orderId: number, customerKey: string | null, productIds: readonly number[], mayBeReversed: boolean): void {
    const purchase = { products: Int32Array.from(productIds, (id) => this.numberOf(id)).sort() };
    const others = this.othersOf(customerKey);
    this.counts.add(purchase, others);
    others.push(purchase);
    if (mayBeReversed) this.purchases.set(orderId, purchase);
  }

  /** Takes back an order that was added as one that may be. */
  reverse(orderId: number, customerKey: string | null): void {
    const purchase = this.purchases.get(orderId);
    if (!purchase) return;
    this.purchases.delete(orderId);
    const others = this.othersOf(customerKey);
    if (customerKey !== null) others.splice(others.indexOf(purchase), 1);
    this.counts.reverse(purchase, others);
  }

  /** As `Sources.companions`. A product's neighbours are those of when its orders had last grown by half. */
  companions(productIds: readonly number[]): Companion[] {
    return withPins(productIds, this.found(productIds), this.choices);
  }

  private found(productIds: readonly number[]): Companion[] {
    const threshold = this.thresholdNow();
    if (threshold === -Infinity) return [];
    const query = productIds.flatMap((id) => this.numbers.get(id) ?? []);
    return rankCompanions(query, { listsOf: (number) => this.listsOf(number), threshold, choices: this.choices, idOf: (number) => this.ids[number] ?? 0 });
  }

  private thresholdNow(): number {
    const { orders } = this.counts;
    if (hasGrown(this.thresholdOrders, orders)) {
      this.threshold = evidenceThreshold(this.counts);
      this.thresholdOrders = orders;
    }
    return this.threshold;
  }

  private listsOf(number: number): NumberedLists {
    const held = this.lists[number];
    if (held && !hasGrown(held.ofOrders, this.counts.productCount(number).orders)) return held;
    const lists = numberedListsOf(this.counts, number);
    this.lists[number] = lists;
    return lists;
  }

  private othersOf(customerKey: string | null): Purchase[] {
    if (customerKey === null) return [];
    const known = this.ofCustomer.get(customerKey);
    if (known) return known;
    const others: Purchase[] = [];
    this.ofCustomer.set(customerKey, others);
    return others;
  }

  private numberOf(id: number): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    return number;
  }
}
