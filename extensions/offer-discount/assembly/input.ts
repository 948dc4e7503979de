import { Hmac } from "./hmac";
import { Scanner } from "./json";
import { decodeHex, digitsOf, idOf, reads } from "./text";
import { Span } from "./wasi";

const EMPTY = new Span(0, 0);
const MAX_KEYS: i32 = 2;

/** A line of the cart that may have a discount: of a variant, not a custom product. */
export class Line {
  /** Its global id as the input spells it. */
  id: Span = EMPTY;
  variantId: i64 = -1;
  quantity: i32 = 0;
  attribute: Span | null = null;
}

/** What the Function goes by, as input.graphql asks for it. */
export class Input {
  allowsProductDiscounts: bool = false;
  keys: Hmac[] = [];
  redeemed: Span = EMPTY;
  /** YYYYMMDD00; -1 without a date. */
  private today: i64 = -1;
  private hour: i32 = 0;
  rate: Span = EMPTY;
  language: Span = EMPTY;
  attribute: Span | null = null;
  lines: Line[] = [];

  /** YYYYMMDDHH on the shop's clock, the hour rounded down to an even one; -1 when it is not known. */
  get now(): i64 {
    return this.today < 0 ? -1 : this.today + this.hour;
  }

  constructor(private json: Scanner) {}

  /** Null for anything but JSON. */
  static parse(text: Span): Input | null {
    const json = new Scanner(text);
    const input = new Input(json);
    input.readRoot();
    return !json.failed && json.atEnd() ? input : null;
  }

  private readRoot(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "discount")) this.readDiscount();
      else if (reads(key, "presentmentCurrencyRate")) this.rate = this.json.string() || EMPTY;
      else if (reads(key, "shop")) this.readShop();
      else if (reads(key, "cart")) this.readCart();
      else if (reads(key, "localization")) this.readLanguage();
      else this.json.skip();
    }
  }

  private readDiscount(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "discountClasses")) this.readClasses();
      else if (reads(key, "metafield")) this.readMetafield();
      else this.json.skip();
    }
  }

  private readClasses(): void {
    if (!this.json.enterArray()) return;
    while (this.json.nextElement()) {
      const name = this.json.string();
      if (name !== null && reads(name, "PRODUCT")) this.allowsProductDiscounts = true;
    }
  }

  private readMetafield(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "jsonValue")) this.readSecrets();
      else this.json.skip();
    }
  }

  private readSecrets(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "keys")) this.readKeys();
      else if (reads(key, "redeemed")) this.redeemed = this.json.string() || EMPTY;
      else this.json.skip();
    }
  }

  private readKeys(): void {
    if (!this.json.enterArray()) return;
    while (this.json.nextElement()) {
      const text = this.json.string();
      const key = heap.alloc(32);
      if (text !== null && this.keys.length < MAX_KEYS && decodeHex(text, key)) this.keys.push(new Hmac(key));
    }
  }

  private readShop(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "localTime")) this.readTime();
      else this.json.skip();
    }
  }

  private readTime(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "date")) this.today = dayOf(this.json.string() || EMPTY);
      // "after02" to "after22"
      else if (key.length == 7 && load<u8>(key.start) == 0x61) {
        const hour = i32(digitsOf(new Span(key.start + 5, key.end), 2));
        if (this.json.isTrue() && hour > this.hour) this.hour = hour;
      } else this.json.skip();
    }
  }

  private readLanguage(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "language")) this.language = this.readOnly("isoCode") || EMPTY;
      else this.json.skip();
    }
  }

  private readCart(): void {
    if (!this.json.enterObject()) return;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, "attribute")) this.attribute = this.readOnly("value");
      else if (reads(key, "lines")) this.readLines();
      else this.json.skip();
    }
  }

  private readLines(): void {
    if (!this.json.enterArray()) return;
    while (this.json.nextElement()) {
      const line = new Line();
      if (!this.json.enterObject()) continue;
      for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
        if (reads(key, "id")) line.id = this.json.string() || EMPTY;
        else if (reads(key, "quantity")) line.quantity = this.json.integer();
        else if (reads(key, "attribute")) line.attribute = this.readOnly("value");
        else if (reads(key, "merchandise")) line.variantId = idOf(this.readOnly("id") || EMPTY);
        else this.json.skip();
      }
      if (line.id.length > 0 && line.quantity > 0 && line.variantId > 0) this.lines.push(line);
    }
  }

  /** One text of an object; null when it has none, or is none. */
  private readOnly(name: string): Span | null {
    let found: Span | null = null;
    if (!this.json.enterObject()) return null;
    for (let key = this.json.nextKey(); key !== null; key = this.json.nextKey()) {
      if (reads(key, name)) found = this.json.string();
      else this.json.skip();
    }
    return found;
  }
}

/** "2026-11-22" as 2026112200. */
function dayOf(date: Span): i64 {
  if (date.length != 10) return -1;
  const year = digitsOf(new Span(date.start, date.start + 4), 4);
  const month = digitsOf(new Span(date.start + 5, date.start + 7), 2);
  const day = digitsOf(new Span(date.start + 8, date.end), 2);
  return year < 0 || month < 0 || day < 0 ? -1 : ((year * 100 + month) * 100 + day) * 100;
}
