import { metPlace, metProduct, type PairCount, PairRow, type PairVisitor } from "./pair-row";

/** Counts of unordered pairs of products, a row for each pair's lower product. Reading settles what was noted before. */
export class PairTable {
  private readonly rows: (PairRow | undefined)[] = [];
  /** By product: the lower ones that it was seen with, with the places of the pairs; without what `untold` rows hold. */
  private readonly metBy: (number[] | undefined)[] = [];
  private untold: PairRow[] = [];

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
    if (row.isTold) {
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
    for (const row of this.untold) row.tell(this.metBy);
    this.untold = [];
    for (const met of this.metBy[product] ?? []) this.rows[metProduct(met)]?.visitAt(metPlace(met), metProduct(met), visit);
    this.rows[product]?.visit(visit);
  }

  /** Visits every pair with at least one order, in no stated order. */
  visitPairs(visit: (first: number, second: number, weight: number, orders: number, customers: number) => void): void {
    for (const [first, row] of this.rows.entries()) {
      row?.visit((second, weight, orders, customers) => {
        if (orders !== 0) visit(first, second, weight, orders, customers);
      });
    }
  }

  /** Every pair with at least one order, in no stated order. */
  *entries(): Generator<[first: number, second: number, count: PairCount]> {
    for (const [first, row] of this.rows.entries()) {
      for (const [second, count] of row?.entries() ?? []) if (count.orders !== 0) yield [first, second, count];
    }
  }
}
