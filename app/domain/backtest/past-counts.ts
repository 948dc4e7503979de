import { type Affinities, affinitiesOf } from "../recommendations/affinities";
import { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { type CustomerPast, pastWeights, type PastWeights } from "../recommendations/customer-past";
import { evidenceThreshold } from "../recommendations/evidence";
import { type Overlaps, overlapsOf } from "../recommendations/overlaps";
import type { Purchase } from "../recommendations/purchase";
import { type Regression, regressionOf } from "../recommendations/regression";
import { companionsPassing, type NumberedQuestion, rankCompanions } from "../strategies/companions";
import { type NumberedLists, numberedListsOf } from "../strategies/numbered-lists";
import type { Companion } from "../strategies/sources";
import { type StaffChoices, withPins } from "../strategies/staff-choices";
import { hasGrown } from "./growth";
import { KeptByProduct } from "./kept-by-product";
import { LastAnswer } from "./last-answer";
import type { ProductNumbers } from "./product-numbers";

/** What answers about a moment of a replay rest on besides the counts. */
export interface PastQuestion {
  /** Staff's pins and exclusions as they are today. */
  choices: StaffChoices;
  /** By product id. */
  trend: (productId: number) => number;
  numbers: ProductNumbers;
  growth: number;
}

/** What was bought together up to a moment of a replay, counted order by order by the code that counts in production. */
export class PastCounts {
  private readonly counts = new CoPurchaseCounts({ isReadByProduct: true });
  private readonly ofCustomer = new Map<string, Purchase[]>();
  private readonly purchases = new Map<number, Purchase>();
  private readonly lists: KeptByProduct<NumberedLists>;
  private readonly regressions: KeptByProduct<Regression>;
  private readonly overlapsKept: KeptByProduct<Overlaps>;
  private readonly affinities: KeptByProduct<Affinities>;
  private readonly last = new LastAnswer<Companion[]>();
  /** Whose past the last answer rests on. */
  private lastPast: CustomerPast | null = null;
  private threshold = -Infinity;
  private thresholdOrders = 0;

  constructor(private readonly question: PastQuestion) {
    const { counts } = this;
    const kept = <Made>(make: (number: number) => Made) => new KeptByProduct(make, (number) => counts.productOrders(number), question.growth);
    this.lists = kept((number) => ({ ...numberedListsOf(counts, number), keptVotes: [] }));
    this.regressions = kept((number) => regressionOf(counts, number));
    this.affinities = kept((number) => affinitiesOf(this.lists.of(number)));
    this.overlapsKept = kept((number) => overlapsOf(counts, number));
  }

  /** Counts an order; `products` by their numbers. Only what may be taken back later is kept by its id. */
  add(orderId: number, customerKey: string | null, products: readonly number[], mayBeReversed: boolean): void {
    const purchase = { products };
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
  companions(productIds: readonly number[], past: CustomerPast | null = null): Companion[] {
    if (past !== this.lastPast) this.last.forget();
    this.lastPast = past;
    return this.last.of(productIds, () => withPins(productIds, this.found(productIds, past), this.question.choices));
  }

  /** To be called when orders were counted, or the trend has moved. */
  forget(): void {
    this.last.forget();
  }

  /** As `Sources.anyCompanions`. */
  anyCompanions(productIds: readonly number[]): Iterable<Companion> {
    const { choices } = this.question;
    const threshold = this.thresholdNow();
    const found = threshold === -Infinity ? [] : companionsPassing(this.known(productIds), this.numbered(threshold));
    return choices.size === 0 ? found : withPins(productIds, [...found], choices);
  }

  private found(productIds: readonly number[], past: CustomerPast | null): Companion[] {
    const threshold = this.thresholdNow();
    if (threshold === -Infinity) return [];
    return rankCompanions(this.known(productIds), { ...this.numbered(threshold), past: past && this.weightsOf(past) });
  }

  private known(productIds: readonly number[]): number[] {
    return productIds.flatMap((id) => this.question.numbers.find(id) ?? []);
  }

  private numbered(threshold: number): NumberedQuestion {
    const { numbers, choices, trend } = this.question;
    return {
      listsOf: (number) => this.lists.of(number), threshold, choices, idOf: (number) => numbers.idOf(number),
      trend: (number) => trend(numbers.idOf(number)), regression: (number) => this.regressions.of(number),
    };
  }

  private weightsOf(past: CustomerPast): PastWeights {
    const { numbers } = this.question;
    const lastProducts = past.lastProducts.flatMap((id) => numbers.find(id) ?? []);
    return { ...pastWeights({ ...past, lastProducts }, (number) => this.affinities.of(number)), owns: (number) => past.owned.has(numbers.idOf(number)) };
  }

  /** As `Sources.overlaps`, kept as long as neighbours are. */
  overlaps(productIds: readonly number[]): Overlaps[] {
    const { numbers } = this.question;
    return productIds.flatMap((id) => {
      const number = numbers.find(id);
      if (number === undefined) return [];
      const { products, shares } = this.overlapsKept.of(number);
      return [{ products: products.map((one) => numbers.idOf(one)), shares }];
    });
  }

  private thresholdNow(): number {
    const { orders } = this.counts;
    if (hasGrown(this.thresholdOrders, orders, this.question.growth)) {
      this.threshold = evidenceThreshold(this.counts);
      this.thresholdOrders = orders;
    }
    return this.threshold;
  }

  private othersOf(customerKey: string | null): Purchase[] {
    if (customerKey === null) return [];
    const known = this.ofCustomer.get(customerKey);
    if (known) return known;
    const others: Purchase[] = [];
    this.ofCustomer.set(customerKey, others);
    return others;
  }
}
