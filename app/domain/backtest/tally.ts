import type { OfferContent } from "../offers/offer";
import type { PastOrder } from "./past-order";
import type { BacktestResult, ReplayReason } from "./result";
import type { ShownProduct } from "./what-if";

/** Examples kept of each group of reasons: the newest. */
export const samplesOfGroup = 60;

interface Sample {
  order: PastOrder;
  placement: string;
  reason: ReplayReason;
}

/** Counts what a replay finds. */
export class Tally {
  private readonly reasons: Row[] = [];
  /** The same by code: looking along the few of one code costs less than making a text of placement and reason for each order. */
  private readonly byCode = new Map<string, Row[]>();
  private readonly samples = new Map<ReplayReason["group"], Sample[]>();
  private readonly displacedBy = new Map<string, number>();
  private readonly displaces = new Map<string, number>();
  private readonly shownProducts = new Map<number, number>();
  private oneEachMinor = 0;
  private mostMinor = 0;

  note(order: PastOrder, placement: string, reason: ReplayReason): void {
    this.rowOf(placement, reason).orders += 1;
    const samples = this.samples.get(reason.group) ?? [];
    if (samples.length === 0) this.samples.set(reason.group, samples);
    samples.push({ order, placement, reason });
    if (samples.length > samplesOfGroup * 2) samples.splice(0, samplesOfGroup);
  }

  private rowOf(placement: string, reason: ReplayReason): Row {
    const ofCode = this.byCode.get(reason.code) ?? [];
    if (ofCode.length === 0) this.byCode.set(reason.code, ofCode);
    const known = ofCode.find((row) => row.placement === placement && row.reason.group === reason.group && row.reason.kind === reason.kind && row.reason.path === reason.path);
    if (known) return known;
    const row = { placement, reason, orders: 0 };
    ofCode.push(row);
    this.reasons.push(row);
    return row;
  }

  collide(which: "displacedBy" | "displaces", offerId: string): void {
    count(this[which], offerId);
  }

  /** Products beside each other, of which one may be accepted. */
  show(products: readonly ShownProduct[], content: OfferContent): void {
    for (const { productId } of products) count(this.shownProducts, productId);
    const waived = content.discount.kind === "freeShipping" ? content.shippingMinor : 0;
    const savings = products.flatMap(({ variants }) => variants).map(({ priceMinor, discountedMinor, maxQuantity }) => ({ one: priceMinor - discountedMinor, most: (priceMinor - discountedMinor) * maxQuantity }));
    this.oneEachMinor += waived + Math.min(...savings.map(({ one }) => one));
    this.mostMinor += waived + Math.max(...savings.map(({ most }) => most));
  }

  of(group: ReplayReason["group"], placement: string): number {
    return this.reasons.reduce((sum, row) => (row.placement === placement && row.reason.group === group ? sum + row.orders : sum), 0);
  }

  finish(availableOf: (productId: number) => number | null): Pick<BacktestResult, "reasons" | "samples" | "displacedBy" | "displaces" | "stock" | "discount"> {
    return {
      reasons: [...this.reasons].sort((one, other) => other.orders - one.orders),
      samples: [...this.samples.values()].flatMap((samples) => samples.slice(-samplesOfGroup).reverse().map(sampleOf)),
      displacedBy: collisions(this.displacedBy),
      displaces: collisions(this.displaces),
      stock: [...this.shownProducts].map(([productId, shown]) => ({ productId, shown, available: availableOf(productId) })),
      discount: { oneEachMinor: this.oneEachMinor, mostMinor: this.mostMinor },
    };
  }
}

type Row = BacktestResult["reasons"][number];

function sampleOf({ order, placement, reason }: Sample): BacktestResult["samples"][number] {
  return { orderId: order.id, name: order.name, at: order.processedAt.toISOString(), placement, reason };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function collisions(counts: ReadonlyMap<string, number>): { offerId: string; orders: number }[] {
  return [...counts].map(([offerId, orders]) => ({ offerId, orders })).sort((one, other) => other.orders - one.orders || (one.offerId < other.offerId ? -1 : 1));
}
