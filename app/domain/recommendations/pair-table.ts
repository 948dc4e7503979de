const FIRST_SLOTS = 8;
/** Orders and customers share one number: orders * 2^26 + customers, exact up to 134 million orders of one pair. */
const PACK = 2 ** 26;

export interface PairCount {
  /** In WEIGHT_UNITs. */
  weight: number;
  orders: number;
  customers: number;
}

/** Open addressing over the other product; at most 70 % full, a power of two long. */
interface Row {
  /** The other product's number plus 1; 0 is empty. */
  keys: Int32Array;
  /** Two a slot: weight, then orders and customers. */
  values: Float64Array;
  used: number;
}

/**
 * Counts of unordered pairs of products: one small flat table for each pair's lower product, so that the pairs of an
 * order touch few pages of memory, and growing copies little at a time.
 */
export class PairTable {
  private readonly rows: (Row | undefined)[] = [];

  get bytes(): number {
    return this.rows.reduce((sum, row) => sum + (row ? row.keys.byteLength + row.values.byteLength : 0), 0);
  }

  /** Adds to a pair of `first < second`; true when the pair was not in the table before. */
  add(first: number, second: number, weight: number, orders: number, customers: number): boolean {
    let row = this.rows[first];
    if (!row) {
      while (this.rows.length < first) this.rows.push(undefined);
      this.rows[first] = row = emptyRow(FIRST_SLOTS);
    }
    let slot = slotOf(row.keys, second);
    const isNew = row.keys[slot] === 0;
    if (isNew) {
      if (row.used * 10 >= row.keys.length * 7) {
        this.rows[first] = row = grown(row);
        slot = slotOf(row.keys, second);
      }
      row.keys[slot] = second + 1;
      row.used++;
    }
    const { values } = row;
    values[slot * 2] = (values[slot * 2] ?? 0) + weight;
    values[slot * 2 + 1] = (values[slot * 2 + 1] ?? 0) + orders * PACK + customers;
    return isNew;
  }

  /** The weight alone, in WEIGHT_UNITs; 0 for a pair never seen. */
  weightOf(one: number, other: number): number {
    const row = this.rows[one < other ? one : other];
    return row ? (row.values[slotOf(row.keys, one < other ? other : one) * 2] ?? 0) : 0;
  }

  get(one: number, other: number): PairCount {
    const row = this.rows[Math.min(one, other)];
    return row ? read(row, slotOf(row.keys, Math.max(one, other))) : { weight: 0, orders: 0, customers: 0 };
  }

  /** Every pair with at least one order, in no stated order. */
  *entries(): Generator<[first: number, second: number, count: PairCount]> {
    for (const [first, row] of this.rows.entries()) {
      if (!row) continue;
      for (let slot = 0; slot < row.keys.length; slot++) {
        if ((row.values[slot * 2 + 1] ?? 0) !== 0) yield [first, (row.keys[slot] ?? 0) - 1, read(row, slot)];
      }
    }
  }
}

function emptyRow(slots: number): Row {
  return { keys: new Int32Array(slots), values: new Float64Array(slots * 2), used: 0 };
}

function read({ values }: Row, slot: number): PairCount {
  const packed = values[slot * 2 + 1] ?? 0;
  return { weight: values[slot * 2] ?? 0, orders: Math.floor(packed / PACK), customers: packed % PACK };
}

/** Where the product's numbers stand, or the empty slot where they would. */
function slotOf(keys: Int32Array, product: number): number {
  const mask = keys.length - 1;
  const hash = Math.imul(product, 0x9e3779b1);
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const held = keys[slot] ?? 0;
    if (held === product + 1 || held === 0) return slot;
    slot = (slot + 1) & mask;
  }
}

function grown(old: Row): Row {
  const row = emptyRow(old.keys.length * 2);
  for (let slot = 0; slot < old.keys.length; slot++) {
    const held = old.keys[slot] ?? 0;
    if (held === 0) continue;
    const target = slotOf(row.keys, held - 1);
    row.keys[target] = held;
    row.values[target * 2] = old.values[slot * 2] ?? 0;
    row.values[target * 2 + 1] = old.values[slot * 2 + 1] ?? 0;
  }
  row.used = old.used;
  return row;
}
