import type { PastLine, PastOrder } from "./past-order";

/** What many orders have in common. */
type OrderKind = Pick<PastOrder, "countryCode" | "sourceName" | "gateways" | "discountCodes" | "currency" | "gift">;
/** The rest of an order, but for its lines. */
type OrderHead = Omit<PastOrder, "lines" | "processedAt" | "cancelledAt"> & {
  processedMs: number;
  cancelledMs: number | null;
};

/** Orders as they pass from one thread to another at little cost: few texts, and numbers in one array. */
export interface PackedOrders {
  orders: number;
  /** For each order what `OrderPacker.add` writes, then five for each of its lines. */
  numbers: Float64Array<ArrayBuffer>;
  /** For each order its name, checkout token and customer key. */
  texts: (string | null)[];
  kinds: OrderKind[];
}

const NUMBERS_PER_ORDER = 7;
const NUMBERS_PER_LINE = 5;
const TEXTS_PER_ORDER = 3;

/** Packs orders one by one. */
export class OrderPacker {
  private orders = 0;
  private used = 0;
  private numbers = new Float64Array(16_384);
  private readonly texts: (string | null)[] = [];
  private readonly kinds: OrderKind[] = [];
  private readonly places = new Map<string, number>();

  /** `lines`: five numbers for each, in the order of `PastLine`. */
  add(head: OrderHead, lines: readonly number[]): void {
    const { id, totalMinor, processedMs, cancelledMs, test } = head;
    this.orders += 1;
    this.texts.push(head.name, head.checkoutToken, head.customerKey);
    this.makeRoom(NUMBERS_PER_ORDER + lines.length);
    const { numbers } = this;
    let place = this.used;
    numbers[place++] = id;
    numbers[place++] = totalMinor;
    numbers[place++] = processedMs;
    numbers[place++] = cancelledMs ?? NaN;
    numbers[place++] = Number(test);
    numbers[place++] = this.placeOfKind(head);
    numbers[place++] = lines.length / NUMBERS_PER_LINE;
    for (let n = 0; n < lines.length; n += 1) numbers[place++] = lines[n] ?? 0;
    this.used = place;
  }

  packed(): PackedOrders {
    return { orders: this.orders, numbers: this.numbers.slice(0, this.used), texts: this.texts, kinds: this.kinds };
  }

  private placeOfKind({ countryCode, sourceName, gateways, discountCodes, currency, gift }: OrderKind): number {
    const kind: OrderKind = { countryCode, sourceName, gateways, discountCodes, currency, gift };
    const key = JSON.stringify(kind);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }

  private makeRoom(more: number): void {
    const needed = this.used + more;
    if (needed <= this.numbers.length) return;
    const longer = new Float64Array(Math.max(needed, this.numbers.length * 2));
    longer.set(this.numbers);
    this.numbers = longer;
  }
}

/** The orders as they were packed. */
export function unpackOrders({ orders, numbers, texts, kinds }: PackedOrders): PastOrder[] {
  const unpacked: PastOrder[] = [];
  let place = 0;
  const next = () => numbers[place++] ?? 0;
  for (let text = 0; unpacked.length < orders; text += TEXTS_PER_ORDER) {
    const [id, totalMinor, processedMs, cancelledMs, test, kindPlace, lineCount] = [next(), next(), next(), next(), next(), next(), next()];
    const kind = kinds[kindPlace];
    if (!kind) throw new RangeError("Orders were packed in another way");
    const lines: PastLine[] = [];
    for (let line = 0; line < lineCount; line += 1) lines.push({ productId: next(), variantId: next(), quantity: next(), totalMinor: next(), unitMinor: next() });
    const { countryCode, sourceName, gateways, discountCodes, currency, gift } = kind;
    unpacked.push({
      id, name: texts[text] ?? "", checkoutToken: texts[text + 1] ?? null, customerKey: texts[text + 2] ?? null, countryCode, sourceName, gateways, discountCodes,
      currency, totalMinor, test: test === 1, processedAt: new Date(processedMs), cancelledAt: Number.isNaN(cancelledMs) ? null : new Date(cancelledMs), gift, lines,
    });
  }
  return unpacked;
}
