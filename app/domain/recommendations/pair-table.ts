import { type PairCount, PairRow } from "./pair-row";

/** Counts of unordered pairs of products, a row for each pair's lower product. Reading settles what was noted before. */
export class PairTable {
  private readonly rows: (PairRow | undefined)[] = [];
  /** By product: the lower ones that it was seen with; up to date while it is read. */
  private readonly metBy: (number[] | undefined)[] = [];

  get bytes(): number {
    this.settle();
    const rows = this.rows.reduce((sum, row) => sum + (row?.bytes ?? 0), 0);
    return this.metBy.reduce((sum, list) => sum + 8 * (list?.length ?? 0), rows);
  }

  /** Of the pairs with this lower product; made when there is none. */
  rowOf(first: number): PairRow {
    let row = this.rows[first];
    if (!row) {
      while (this.rows.length < first) this.rows.push(undefined);
      this.rows[first] = row = new PairRow(first);
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

  /** Products that were seen with this one at some time, though nothing may be left of the pair. */
  partnersOf(product: number): number[] {
    for (const row of this.rows) row?.tell(this.metBy);
    const partners = [...(this.metBy[product] ?? [])];
    for (const [other] of this.rows[product]?.entries() ?? []) partners.push(other);
    return partners;
  }

  /** Every pair with at least one order, in no stated order. */
  *entries(): Generator<[first: number, second: number, count: PairCount]> {
    for (const [first, row] of this.rows.entries()) {
      for (const [second, count] of row?.entries() ?? []) if (count.orders !== 0) yield [first, second, count];
    }
  }
}
