import { asEarlier, productOf, type DatedPurchase, visitFollowing, visitNextOrder } from "../recommendations/after-order";
import { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { evidenceThreshold } from "../recommendations/evidence";
import { rankCompanions } from "../strategies/companions";
import { numberedListsOf, type NumberedLists } from "../strategies/numbered-lists";
import type { Companion } from "../strategies/sources";
import { withPins } from "../strategies/staff-choices";
import { hasGrown } from "./growth";
import { KeptByProduct } from "./kept-by-product";
import { LastAnswer } from "./last-answer";
import type { PastQuestion } from "./past-counts";

/** What customers' next orders brought up to a moment of a replay; orders have to be told in order of time. */
export class PastFollowing {
  private readonly counts = new CoPurchaseCounts({ isReadByProduct: true });
  private readonly ofCustomer = new Map<string, DatedPurchase[]>();
  private readonly lists: KeptByProduct<NumberedLists>;
  private readonly last = new LastAnswer<Companion[]>();
  private threshold = -Infinity;
  private thresholdOrders = 0;

  constructor(private readonly question: PastQuestion) {
    this.lists = new KeptByProduct((number) => this.listsOf(number), (number) => this.counts.productOrders(asEarlier(number)), question.growth);
  }

  /** Counts an order, `products` by their numbers; a guest's has none before. */
  add(orderId: number, customerKey: string | null, products: readonly number[], boughtAt: Date): void {
    if (customerKey === null) return;
    const next = { orderId, boughtAt, products };
    const sequence = this.ofCustomer.get(customerKey);
    if (!sequence) {
      this.ofCustomer.set(customerKey, [next]);
      return;
    }
    visitNextOrder(sequence, next, this.counts);
    sequence.push(next);
  }

  /** Takes back an order that was added. */
  reverse(orderId: number, customerKey: string | null): void {
    const sequence = customerKey === null ? undefined : this.ofCustomer.get(customerKey);
    const place = sequence?.findIndex((order) => order.orderId === orderId) ?? -1;
    if (!sequence || place < 0) return;
    visitFollowing(sequence, -1, this.counts);
    sequence.splice(place, 1);
    visitFollowing(sequence, 1, this.counts);
  }

  /** As `Sources.laterCompanions`. */
  companions(productIds: readonly number[]): Companion[] {
    return this.last.of(productIds, () => withPins(productIds, this.found(productIds), this.question.choices).map((companion) => ({ ...companion, isInNextOrder: true })));
  }

  /** To be called when orders were counted, or the trend has moved. */
  forget(): void {
    this.last.forget();
  }

  private found(productIds: readonly number[]): Companion[] {
    const { numbers, choices, trend } = this.question;
    const threshold = this.thresholdNow();
    if (threshold === -Infinity) return [];
    return rankCompanions(productIds.flatMap((id) => numbers.find(id) ?? []), {
      listsOf: (number) => this.lists.of(number), threshold, choices, idOf: (number) => numbers.idOf(number), trend: (number) => trend(numbers.idOf(number)),
    });
  }

  /** Under the products' own numbers: an order's own products are told apart from its companions by them. */
  private listsOf(number: number): NumberedLists {
    const lists = numberedListsOf(this.counts, asEarlier(number));
    return { ...lists, products: lists.products.map(productOf), keptVotes: [] };
  }

  private thresholdNow(): number {
    const { orders } = this.counts;
    if (hasGrown(this.thresholdOrders, orders, this.question.growth)) {
      this.threshold = evidenceThreshold(this.counts);
      this.thresholdOrders = orders;
    }
    return this.threshold;
  }
}
