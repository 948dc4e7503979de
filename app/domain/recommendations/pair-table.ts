import { metPlace, metProduct, type PairCount, PairRow, type PairVisitor } from "./pair-row";

/**
 * Counts of unordered pairs of products, a row for each pair's lower product, or for both: twice the work to change, but
 * what is asked of a product then stands in one place. Reading settles what was noted before.
 */
export class PairTable {
  private readonly rows: (PairRow | undefined)[] = [];
  /** By product: the lower ones that it was seen with, with the places of the pairs; without what `untold` rows hold. */
  private readonly metBy: (number[] | undefined)[] = [];
  private untold: PairRow[] = [];
  /** By product, while products are read: 0, or a place plus 1. */
  private marks = new Int32Array(0);

  constructor(private readonly isBothWays = false) {}

  /** `first < second`. */
  add(first: number, second: number, weight: number, orders: number, customers: number): void {
    this.rowOf(first).addOne(second, weight, orders, customers);
    if (this.isBothWays) this.rowOf(second).addOne(first, weight, orders, customers);
  }

  /** For `products[place]`, the same for its pairs with those behind it, or with all; to be told of every place. The list must not change afterwards. */
  addAll(product: number, products: ArrayLike<number>, place: number, weight: number, orders: number, customers: number): void {
    // Both ways a row counts its own product too, which no reader is told.
    this.rowOf(product).addAll(products, this.isBothWays ? 0 : place + 1, weight, orders, customers);
  }

  get bytes(): number {
    this.settle();
    const rows = this.rows.reduce((sum, row) => sum + (row?.bytes ?? 0), 0);
    return this.metBy.reduce((sum, list) => sum + 8 * (list?.length ?? 0), rows);
  }

  /** Of the pairs with this lower product, to be changed; made when there is none. */
  rowOf(first: number): PairRow {
    let row = this.rows[first];
    if (!row) {
      while (this.rows.length < first) this.rows.push(undefined);
      this.rows[first] = row = new PairRow(first);
    }
    if (!this.isBothWays && row.isTold) {
      row.isTold = false;
      this.untold.push(row);
    }
    return row;
  }

  settle(): void {
    for (const row of this.rows) row?.settle();
  }

  /** The weight alone, in WEIGHT_UNITs; 0 for a pair never seen. */
  weightOf(one: number, other: number): number {
    return this.rows[one < other ? one : other]?.weightOf(one < other ? other : one) ?? 0;
  }

  get(one: number, other: number): PairCount {
    return this.rows[Math.min(one, other)]?.get(Math.max(one, other)) ?? { weight: 0, orders: 0, customers: 0 };
  }

  /** Visits the pairs of a product with all that it was seen with at some time, though nothing may be left of a pair. */
  visitPairsOf(product: number, visit: PairVisitor): void {
    if (this.isBothWays) {
      this.rows[product]?.visit((other, weight, orders, customers) => {
        if (other !== product) visit(other, weight, orders, customers);
      });
      return;
    }
    for (const row of this.untold) row.tell(this.metBy);
    this.untold = [];
    for (const met of this.metBy[product] ?? []) this.rows[metProduct(met)]?.visitAt(metPlace(met), metProduct(met), visit);
    this.rows[product]?.visit(visit);
  }

  /** Orders of the pairs of these products with each other, row by row; on the diagonal and for pairs never seen 0. */
  ordersAmong(products: ArrayLike<number>): Float64Array {
    return this.among(products, (row, into, from) => row.readOrders(this.marks, into, from));
  }

  /** As `ordersAmong`, weights in WEIGHT_UNITs. */
  weightsAmong(products: ArrayLike<number>): Float64Array {
    return this.among(products, (row, into, from) => row.readWeights(this.marks, into, from));
  }

  private among(products: ArrayLike<number>, read: (row: PairRow, into: Float64Array, from: number) => void): Float64Array {
    const size = products.length;
    const found = new Float64Array(size * size);
    let highest = 0;
    for (let n = 0; n < size; n++) highest = Math.max(highest, products[n] ?? 0);
    if (highest >= this.marks.length) this.marks = new Int32Array((highest + 1) * 2);
    for (let n = 0; n < size; n++) this.marks[products[n] ?? 0] = n + 1;
    for (let n = 0; n < size; n++) {
      const row = this.rows[products[n] ?? 0];
      if (row) read(row, found, n * size);
    }
    for (let n = 0; n < size; n++) {
      this.marks[products[n] ?? 0] = 0;
      found[n * size + n] = 0;
    }
    if (this.isBothWays) return found;
    // A pair stands in the row of one of the two.
    for (let one = 0; one < size; one++) {
      for (let other = 0; other < one; other++) {
        const held = (found[one * size + other] ?? 0) + (found[other * size + one] ?? 0);
        found[one * size + other] = held;
        found[other * size + one] = held;
      }
    }
    return found;
  }

  /** Visits every pair with at least one order, in no stated order. */
  visitPairs(visit: (first: number, second: number, weight: number, orders: number, customers: number) => void): void {
    for (const [first, row] of this.rows.entries()) {
      row?.visit((second, weight, orders, customers) => {
        if (orders !== 0 && second > first) visit(first, second, weight, orders, customers);
      });
    }
  }

  /** Every pair with at least one order, by ascending `first`, then `second`. */
  *entries(): Generator<[first: number, second: number, count: PairCount]> {
    for (const [first, row] of this.rows.entries()) {
      for (const [second, count] of row?.entries() ?? []) if (count.orders !== 0 && second > first) yield [first, second, count];
    }
  }
}
