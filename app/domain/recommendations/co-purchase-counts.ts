import { type CountChanges, visitOrderChanges } from "./order-changes";
import type { PairCount, PairVisitor } from "./pair-row";
import { PairTable } from "./pair-table";
import { type Purchase, WEIGHT_UNIT } from "./purchase";

/** What a shop knows of one product. */
export interface ProductCount {
  /** Customers' purchases of it, a customer's k-th weighing 1/k. */
  weight: number;
  orders: number;
  /** Other products that stood beside it in orders whose pairs are counted: the chances that another had. */
  partners: number;
}

/**
 * A shop's co-purchase counts, held in memory and kept up to date order by order: `add` and `reverse` cost only what
 * the order itself holds, however long the history.
 */
export class CoPurchaseCounts implements CountChanges {
  private readonly pairTable: PairTable;
  private readonly products: { weight: number; orders: number; partners: number }[] = [];
  private weight = 0;
  private orderCount = 0;
  private partnerCount = 0;

  /** For counts that are asked much while they grow: `isReadByProduct` makes a product's pairs quick to read, and adding dearer. */
  constructor({ isReadByProduct = false }: { isReadByProduct?: boolean } = {}) {
    this.pairTable = new PairTable(isReadByProduct);
  }

  /** `others`: the same customer's other orders that are counted now; none for a guest. */
  add(order: Purchase, others: readonly Purchase[] = []): void {
    visitOrderChanges(order, others, 1, this);
  }

  /** Takes back an order that was added; `others` as the customer's other orders are counted now. */
  reverse(order: Purchase, others: readonly Purchase[] = []): void {
    visitOrderChanges(order, others, -1, this);
  }

  /** Orders, a customer's k-th weighing 1/k. */
  get shopWeight(): number {
    return this.weight / WEIGHT_UNIT;
  }

  get orders(): number {
    return this.orderCount;
  }

  /** Sum of `partners` over all products: twice the pairs counted. */
  get partners(): number {
    return this.partnerCount;
  }

  /** Highest product number seen plus one. */
  get productLimit(): number {
    return this.products.length;
  }

  get bytes(): number {
    return this.pairTable.bytes;
  }

  productCount(product: number): ProductCount {
    const held = this.products[product];
    return held ? { ...held, weight: held.weight / WEIGHT_UNIT } : { weight: 0, orders: 0, partners: 0 };
  }

  /** `orders` of the product's count. */
  productOrders(product: number): number {
    return this.products[product]?.orders ?? 0;
  }

  /** `partners` of the product's count. */
  partnersBeside(product: number): number {
    return this.products[product]?.partners ?? 0;
  }

  productWeight(product: number): number {
    return (this.products[product]?.weight ?? 0) / WEIGHT_UNIT;
  }

  /** The pair's weight is in orders, not units. */
  pairCount(one: number, other: number): PairCount {
    const held = this.pairTable.get(one, other);
    return { ...held, weight: held.weight / WEIGHT_UNIT };
  }

  pairWeight(one: number, other: number): number {
    return this.pairTable.weightOf(one, other) / WEIGHT_UNIT;
  }

  /** Orders of the pairs of these products with each other, row by row. */
  ordersAmong(products: ArrayLike<number>): Float64Array {
    return this.pairTable.ordersAmong(products);
  }

  /** As `ordersAmong`, weights in orders. */
  weightsAmong(products: ArrayLike<number>): Float64Array {
    return this.pairTable.weightsAmong(products).map((units) => units / WEIGHT_UNIT);
  }

  /** Visits the pairs of a product with all that shared an order with it at some time; a pair may have been reversed to nothing since. Weights in WEIGHT_UNITs. */
  visitPairsOf(product: number, visit: PairVisitor): void {
    this.pairTable.visitPairsOf(product, visit);
  }

  /** Visits every pair bought together at least once. Weights in WEIGHT_UNITs. */
  visitPairs(visit: (first: number, second: number, weight: number, orders: number, customers: number) => void): void {
    this.pairTable.visitPairs(visit);
  }

  /** Every pair bought together at least once, by ascending `first`, then `second`. */
  pairEntries(): Generator<[first: number, second: number, count: PairCount]> {
    return this.pairTable.entries();
  }

  shop(weight: number, orders: number): void {
    this.weight += weight;
    this.orderCount += orders;
  }

  product(product: number, weight: number, orders: number, partners: number): void {
    while (this.products.length <= product) this.products.push({ weight: 0, orders: 0, partners: 0 });
    const held = this.products[product];
    if (!held) return;
    held.weight += weight;
    held.orders += orders;
    held.partners += partners;
    this.partnerCount += partners;
  }

  pair(first: number, second: number, weight: number, orders: number, customers: number): void {
    this.pairTable.add(first, second, weight, orders, customers);
  }

  pairs(first: number, others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void {
    this.pairTable.addAll(first, others, from - 1, weight, orders, customers);
  }

  /** Does now what reading would do first; changes nothing that can be seen. */
  settle(): void {
    this.pairTable.settle();
  }
}
