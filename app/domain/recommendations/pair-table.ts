import { type PairCount, PairRow } from "./pair-row";

/**
 * Counts of unordered pairs of products: one small flat table for each pair's lower product, so that the pairs of an
 * order touch few pages of memory, and growing copies little at a time.
 */
export class PairTable {
  private readonly rows: (PairRow | undefined)[] = [];
  /** By product: the lower ones that it was seen with. */
  private readonly metBy: (number[] | undefined)[] = [];

  get bytes(): number {
    const rows = this.rows.reduce((sum, row) => sum + (row?.bytes ?? 0), 0);
    return this.metBy.reduce((sum, list) => sum + 8 * (list?.length ?? 0), rows);
  }

  /** Adds the same to the pairs of `first` with each of `others` from the place `from` on; all higher. */
  add(first: number, others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void {
    let row = this.rows[first];
    if (!row) {
      while (this.rows.length < first) this.rows.push(undefined);
      this.rows[first] = row = new PairRow(first, this.metBy);
    }
    row.add(others, from, weight, orders, customers);
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
