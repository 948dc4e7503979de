import { settlingSpace as space } from "./settling-space";

/** Orders and customers share one number, orders * 2^26 + customers: exact up to 134 million orders of one pair. */
const PACK = 2 ** 26;
/** Fewer changes than this are not worth going through a row for. */
const FEWEST_CHANGES = 128;
/** So many changes a pair are noted before a row is gone through: a change then costs little more than itself. */
const CHANGES_A_PAIR = 8;

/** Told of a pair: the other product, the weight in WEIGHT_UNITs, orders and customers. */
export type PairVisitor = (other: number, weight: number, orders: number, customers: number) => void;

/** A lower product and the place of a pair in its row, as one number. */
export function metAt(lower: number, place: number): number {
  return lower * PACK + place;
}

export function metProduct(met: number): number {
  return Math.floor(met / PACK);
}

export function metPlace(met: number): number {
  return met % PACK;
}

export interface PairCount {
  /** In WEIGHT_UNITs. */
  weight: number;
  orders: number;
  customers: number;
}

/**
 * The pairs of one product with those of higher numbers. Changes are noted first and settled together when there are
 * several times as many as pairs, or when the row is read: then each of them touches memory that is at hand, and costs a
 * small part of finding its pair alone.
 */
export class PairRow {
  private readonly product: number;
  private others = new Int32Array(0);
  private weights = new Float64Array(0);
  private counts = new Float64Array(0);
  private used = 0;
  /** Products with their places, for finding one; null since there are new ones. */
  private sorted: Float64Array | null = null;
  /** Of the pairs, how many their higher products know of. */
  private told = 0;
  /** Whether nothing was noted since all of them were told. */
  isTold = true;

  /** Notes: the same for all products of a list from a place on (place, weight, counts), and for one (product, weight, counts). */
  private lists: ArrayLike<number>[] = [];
  private ofLists: number[] = [];
  private ofOnes: number[] = [];
  private changes = 0;
  private highest = 0;

  constructor(product: number) {
    this.product = product;
  }

  get bytes(): number {
    return this.others.byteLength + this.weights.byteLength + this.counts.byteLength + (this.sorted?.byteLength ?? 0);
  }

  /** Adds the same to the pairs with these products, all higher and ascending, from the place `from` on. The list must not change afterwards. */
  addAll(others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void {
    if (from >= others.length) return;
    this.lists.push(others);
    this.ofLists.push(from, weight, orders * PACK + customers);
    this.changes += others.length - from;
    this.highest = Math.max(this.highest, others[others.length - 1] ?? 0);
    if (this.changes > FEWEST_CHANGES && this.changes > CHANGES_A_PAIR * this.used) this.settle();
  }

  addOne(other: number, weight: number, orders: number, customers: number): void {
    this.ofOnes.push(other, weight, orders * PACK + customers);
    this.changes++;
    this.highest = Math.max(this.highest, other);
    if (this.changes > FEWEST_CHANGES && this.changes > CHANGES_A_PAIR * this.used) this.settle();
  }

  /** In WEIGHT_UNITs. */
  weightOf(other: number): number {
    this.settle();
    return this.weights[this.placeOf(other)] ?? 0;
  }

  get(other: number): PairCount {
    this.settle();
    return this.read(this.placeOf(other));
  }

  /** Every product that was seen with this one, ascending, also where nothing is left of it. */
  *entries(): Generator<[other: number, count: PairCount]> {
    this.settle();
    for (const each of this.inOrder()) yield [Math.floor(each / PACK), this.read(each % PACK)];
  }

  /** Visits every pair, also where nothing is left of it. */
  visit(visit: PairVisitor): void {
    this.settle();
    for (let place = 0; place < this.used; place++) this.visitAt(place, this.others[place] ?? 0, visit);
  }

  /** Visits the pair at a place that `tell` has noted, as a pair with `other`; only while the row is settled. */
  visitAt(place: number, other: number, visit: PairVisitor): void {
    const packed = this.counts[place] ?? 0;
    // The remainder itself costs more than all else here.
    const orders = Math.floor(packed / PACK);
    visit(other, this.weights[place] ?? 0, orders, packed - orders * PACK);
  }

  /** Writes the orders of pairs with marked products (by product: 0, or a place plus 1) to those places of `into` from `from` on. */
  readOrders(marks: Int32Array, into: Float64Array, from: number): void {
    this.settle();
    const { others, counts, used } = this;
    for (let place = 0; place < used; place++) {
      const mark = marks[others[place] ?? 0] ?? 0;
      if (mark > 0) into[from + mark - 1] = Math.floor((counts[place] ?? 0) / PACK);
    }
  }

  /** As `readOrders`, of weights. */
  readWeights(marks: Int32Array, into: Float64Array, from: number): void {
    this.settle();
    const { others, weights, used } = this;
    for (let place = 0; place < used; place++) {
      const mark = marks[others[place] ?? 0] ?? 0;
      if (mark > 0) into[from + mark - 1] = weights[place] ?? 0;
    }
  }

  /** Notes in `metBy`, by product, that this one was seen with it and where its pair stands; every pair once. */
  tell(metBy: (number[] | undefined)[]): void {
    this.settle();
    this.isTold = true;
    for (; this.told < this.used; this.told++) (metBy[this.others[this.told] ?? 0] ??= []).push(metAt(this.product, this.told));
  }

  settle(): void {
    if (this.changes === 0) return;
    space.reach(this.highest);
    const { places } = space;
    for (let place = 0; place < this.used; place++) places[this.others[place] ?? 0] = place + 1;
    const added = this.addNotes();
    for (let place = 0; place < this.used; place++) places[this.others[place] ?? 0] = 0;
    for (let place = 0; place < added; place++) places[space.others[place] ?? 0] = 0;
    if (added > 0) this.append(added);
    this.lists = [];
    this.ofLists = [];
    this.ofOnes = [];
    this.changes = 0;
  }

  /** Adds what was noted, to the row or, for new products, to the space; returns how many are new. */
  private addNotes(): number {
    const { lists, ofLists, ofOnes } = this;
    let added = 0;
    for (let n = 0; n < lists.length; n++) {
      added = this.addList(lists[n] ?? [], ofLists[n * 3] ?? 0, ofLists[n * 3 + 1] ?? 0, ofLists[n * 3 + 2] ?? 0, added);
    }
    for (let n = 0; n < ofOnes.length; n += 3) added = this.addList([ofOnes[n] ?? 0], 0, ofOnes[n + 1] ?? 0, ofOnes[n + 2] ?? 0, added);
    return added;
  }

  private addList(list: ArrayLike<number>, from: number, weight: number, packed: number, addedBefore: number): number {
    const { weights, counts } = this;
    const { places, others: newOthers, weights: newWeights, counts: newCounts } = space;
    let added = addedBefore;
    for (let n = from; n < list.length; n++) {
      const other = list[n] ?? 0;
      const place = places[other] ?? 0;
      if (place > 0) {
        weights[place - 1] = (weights[place - 1] ?? 0) + weight;
        counts[place - 1] = (counts[place - 1] ?? 0) + packed;
      } else if (place < 0) {
        newWeights[-place - 1] = (newWeights[-place - 1] ?? 0) + weight;
        newCounts[-place - 1] = (newCounts[-place - 1] ?? 0) + packed;
      } else {
        newOthers[added] = other;
        newWeights[added] = weight;
        newCounts[added] = packed;
        places[other] = -++added;
      }
    }
    return added;
  }

  /** Brings the new products of the space into the row. */
  private append(added: number): void {
    const total = this.used + added;
    if (total > this.others.length) {
      // Some room, so that a row that grows by single pairs is not made anew each time.
      const room = total + (total >> 2);
      const { others, weights, counts } = this;
      this.others = new Int32Array(room);
      this.others.set(others);
      this.weights = new Float64Array(room);
      this.weights.set(weights);
      this.counts = new Float64Array(room);
      this.counts.set(counts);
    }
    this.others.set(space.others.subarray(0, added), this.used);
    this.weights.set(space.weights.subarray(0, added), this.used);
    this.counts.set(space.counts.subarray(0, added), this.used);
    this.used = total;
    this.sorted = null;
  }

  private read(place: number): PairCount {
    const packed = this.counts[place] ?? 0;
    return { weight: this.weights[place] ?? 0, orders: Math.floor(packed / PACK), customers: packed % PACK };
  }

  /** Products with their places. */
  private inOrder(): Float64Array {
    return Float64Array.from(this.others.subarray(0, this.used), (each, place) => each * PACK + place).sort();
  }

  /** -1 for a product never seen with this one. */
  private placeOf(other: number): number {
    this.sorted ??= this.inOrder();
    const { sorted } = this;
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = sorted[middle] ?? 0;
      if (found < other * PACK) low = middle + 1;
      else if (found >= (other + 1) * PACK) high = middle - 1;
      else return found % PACK;
    }
    return -1;
  }
}
