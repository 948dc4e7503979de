/**
 * Orders and customers share one number, orders * 2^26 + customers + 1, exact up to 134 million orders of one pair; it
 * is 0 for a pair never seen, and SEEN for one of which nothing is left.
 */
const PACK = 2 ** 26;
const SEEN = 1;

const FIRST_SLOTS = 8;
/** Of a slot: its two numbers, and its key where it has one. */
const DIRECT_BYTES = 16;
const KEYED_BYTES = 20;
/** By their number pairs are found so much quicker that it may take this much more. */
const DIRECT_PREFERENCE = 2;

export interface PairCount {
  /** In WEIGHT_UNITs. */
  weight: number;
  orders: number;
  customers: number;
}

/**
 * The pairs of one product with those of higher numbers. A product that meets few others keeps them by key (open
 * addressing, at most 70 % full, a power of two long); one that meets many, by their distance, which an order's
 * products pass through in one direction. It changes over as its pairs grow.
 */
export class PairRow {
  private readonly product: number;
  private readonly metBy: (number[] | undefined)[];
  /** The other product's number plus 1, 0 for an empty slot; no keys at all where the place is the number. */
  private keys = new Int32Array(FIRST_SLOTS);
  /** Two a slot: weight, then orders and customers. */
  private values = new Float64Array(FIRST_SLOTS * 2);
  private used = 0;
  /** How far above the product its highest pair lies. */
  private reach = 0;

  /** `metBy`: by product, the lower ones that it was seen with; the row notes itself there. */
  constructor(product: number, metBy: (number[] | undefined)[]) {
    this.product = product;
    this.metBy = metBy;
  }

  get bytes(): number {
    return this.keys.byteLength + this.values.byteLength;
  }

  /** Adds the same to the pairs with these products, all higher, from the place `from` on. */
  add(others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void {
    const packed = orders * PACK + customers;
    let { values } = this;
    for (let place = from; place < others.length; place++) {
      const other = others[place] ?? 0;
      let at = this.slotOf(other) * 2;
      let held = values[at + 1] ?? 0;
      if (held === 0) {
        at = this.insert(other) * 2;
        ({ values } = this);
        held = SEEN;
      }
      values[at] = (values[at] ?? 0) + weight;
      values[at + 1] = held + packed;
    }
  }

  /** The weight alone, in WEIGHT_UNITs; 0 for a pair never seen. */
  weightOf(other: number): number {
    return this.values[this.slotOf(other) * 2] ?? 0;
  }

  get(other: number): PairCount {
    return this.read(this.slotOf(other));
  }

  /** Every product that was seen with this one, also where nothing is left of it, in no stated order. */
  *entries(): Generator<[other: number, count: PairCount]> {
    for (let slot = 0; slot * 2 < this.values.length; slot++) {
      if (this.values[slot * 2 + 1] !== 0) yield [this.otherAt(slot), this.read(slot)];
    }
  }

  private read(slot: number): PairCount {
    const packed = Math.max(0, (this.values[slot * 2 + 1] ?? 0) - SEEN);
    return { weight: this.values[slot * 2] ?? 0, orders: Math.floor(packed / PACK), customers: packed % PACK };
  }

  private otherAt(slot: number): number {
    return this.keys.length > 0 ? (this.keys[slot] ?? 0) - 1 : slot + this.product + 1;
  }

  /** Where the other product's numbers stand or would stand; beyond the end where the row is too short. */
  private slotOf(other: number): number {
    const { keys } = this;
    if (keys.length === 0) return other - this.product - 1;
    const mask = keys.length - 1;
    const hash = Math.imul(other, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const held = keys[slot] ?? 0;
      if (held === other + 1 || held === 0) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Gives a pair never seen a slot, making room in the form that takes less. */
  private insert(other: number): number {
    const isKeyed = this.keys.length > 0;
    this.used++;
    (this.metBy[other] ??= []).push(this.product);
    this.reach = Math.max(this.reach, other - this.product);
    if (isKeyed ? this.used * 10 > this.keys.length * 7 : this.reach * 2 > this.values.length) this.makeRoom();
    const slot = this.slotOf(other);
    if (this.keys.length > 0) this.keys[slot] = other + 1;
    return slot;
  }

  private makeRoom(): void {
    let slots = FIRST_SLOTS;
    while (this.used * 10 > slots * 7) slots *= 2;
    // Room for an eighth more, so that a growing catalogue does not copy the row each time.
    const direct = Math.ceil(this.reach * 1.125);
    const [oldKeys, oldValues] = [this.keys, this.values];
    const isDirect = direct * DIRECT_BYTES <= slots * KEYED_BYTES * DIRECT_PREFERENCE;
    this.keys = new Int32Array(isDirect ? 0 : slots);
    this.values = new Float64Array((isDirect ? direct : slots) * 2);
    for (let old = 0; old * 2 < oldValues.length; old++) {
      const packed = oldValues[old * 2 + 1] ?? 0;
      if (packed === 0) continue;
      const other = oldKeys.length > 0 ? (oldKeys[old] ?? 0) - 1 : old + this.product + 1;
      const slot = this.slotOf(other);
      if (!isDirect) this.keys[slot] = other + 1;
      this.values[slot * 2] = oldValues[old * 2] ?? 0;
      this.values[slot * 2 + 1] = packed;
    }
  }
}
