import type { Checkout, CheckoutLine, DiscountAllocation, DiscountCode, Shop } from "../model";
import { getVariant } from "../products";
import { asDiscountCode, codeProblem, entitledLines } from "./codes";
import { findByCode } from "./commands";
import type { CodeDiscount, LineDiscount } from "./model";

export interface DiscountedLine extends CheckoutLine {
  unitPrice: number;
  discounts: readonly DiscountAllocation[];
}

export interface Discounted {
  lines: DiscountedLine[];
  /** The codes that took part. */
  discountCodes: DiscountCode[];
  freeShipping: boolean;
}

/** As many as Shopify takes in one checkout. */
const MAX_CODES = 5;

/** A code that may be used, old kind or new. */
type Code = { discountCode: DiscountCode; node: CodeDiscount | null };

/**
 * What lines cost with the discounts of a checkout: of its Functions, then of its code. On one line the best discount of
 * products counts; a discount of the whole order comes off what those left. Where a code and an automatic discount must
 * not be combined, the buyer gets whichever gives more.
 */
export function applyDiscounts(shop: Shop, checkout: Checkout, at: number): Discounted {
  const lines = checkout.lines.map((line) => ({ ...line, unitPrice: getVariant(shop, line.variantId).price, discounts: [] }));
  const automatic = (checkout.automatic ?? []).filter(({ line }) => line < lines.length);
  const withAutomatic = automatic.reduce(giveLine, lines);
  const codes = findCodes(shop, checkout, at);
  const together = withCodes(shop, withAutomatic, codes);
  if (automatic.length === 0 || codes.every((code) => mayCombine(shop, automatic, code))) return together;
  const alone = withCodes(shop, lines, codes);
  return takenOff(alone.lines) >= takenOff(withAutomatic) ? alone : { lines: withAutomatic, discountCodes: [], freeShipping: false };
}

/** A checkout's codes: several are separated by commas, as in links. Those of products may be used together, another only alone. */
function findCodes(shop: Shop, checkout: Checkout, at: number): Code[] {
  const codes = (checkout.discountCode ?? "").split(",", MAX_CODES).flatMap((text) => findCode(shop, checkout, text, at) ?? []);
  const [first, ...others] = codes;
  return first ? [first, ...others.filter((other) => isOfProducts(first) && isOfProducts(other))] : [];
}

function isOfProducts({ node }: Code): boolean {
  return node?.value.kind !== "freeShipping" && node?.variantIds !== null && node?.combinesWith.productDiscounts === true;
}

function withCodes(shop: Shop, lines: DiscountedLine[], codes: readonly Code[]): Discounted {
  return codes.reduce<Discounted>(
    (priced, code) => {
      const next = withCode(shop, priced.lines, code);
      return { lines: next.lines, discountCodes: [...priced.discountCodes, code.discountCode], freeShipping: priced.freeShipping || next.freeShipping };
    },
    { lines, discountCodes: [], freeShipping: false },
  );
}

function findCode(shop: Shop, checkout: Checkout, text: string, at: number): Code | null {
  if (!text.trim()) return null;
  const plain = shop.discountCodes.find((known) => known.code.toLowerCase() === text.trim().toLowerCase());
  if (plain) return { discountCode: plain, node: null };
  const node = findByCode(shop, text);
  return node && codeProblem(shop, node, text, checkout.lines, checkout, at) === null ? { discountCode: asDiscountCode(node, text), node } : null;
}

function mayCombine(shop: Shop, automatic: readonly LineDiscount[], { node }: Code): boolean {
  if (!node) return true;
  const side = node.value.kind === "freeShipping" ? "shippingDiscounts" : node.variantIds === null ? "orderDiscounts" : "productDiscounts";
  return node.combinesWith.productDiscounts && automatic.every(({ discountId }) => shop.discounts.nodes.get(discountId)?.combinesWith[side] ?? true);
}

/** Shopify rounds what a line's percentage takes off down. */
function giveLine(lines: DiscountedLine[], discount: LineDiscount): DiscountedLine[] {
  const line = lines[discount.line];
  if (!line) return lines;
  const full = line.unitPrice * discount.quantity;
  const amount = discount.valueType === "percentage" ? Math.floor((full * discount.value) / 100) : Math.min(line.unitPrice, discount.value) * discount.quantity;
  const { title, valueType, value } = discount;
  return lines.with(discount.line, better(line, { kind: "automatic", title, code: null, valueType, value, amount }));
}

function better(line: DiscountedLine, discount: DiscountAllocation): DiscountedLine {
  const known = line.discounts[0]?.amount ?? 0;
  return discount.amount > known ? { ...line, discounts: [discount] } : line;
}

function withCode(shop: Shop, lines: DiscountedLine[], { discountCode, node }: Code): Pick<Discounted, "lines" | "freeShipping"> {
  if (node?.value.kind === "freeShipping") return { lines, freeShipping: true };
  if (!node || node.variantIds === null) return { lines: spread(lines, lines, discountCode, "add"), freeShipping: false };
  const entitled = entitledLines(shop, node, lines);
  return { lines: spread(lines, entitled, eachItem(node, discountCode, entitled), "best"), freeShipping: false };
}

/** An amount off each item is an amount off all of them. */
function eachItem(node: CodeDiscount, code: DiscountCode, entitled: readonly DiscountedLine[]): DiscountCode {
  if (node.value.kind !== "fixed" || !node.value.eachItem) return code;
  return { ...code, value: code.value * entitled.reduce((sum, line) => sum + line.quantity, 0) };
}

/** Spreads a code over lines by what they are worth, the rest of the rounding on the last. */
function spread(lines: DiscountedLine[], over: readonly DiscountedLine[], code: DiscountCode, how: "add" | "best"): DiscountedLine[] {
  const worth = (line: DiscountedLine) => line.unitPrice * line.quantity - (how === "add" ? takenOff([line]) : 0);
  const subtotal = over.reduce((sum, line) => sum + worth(line), 0);
  if (subtotal === 0) return lines;
  const off = Math.min(subtotal, code.valueType === "percentage" ? Math.round((subtotal * code.value) / 100) : code.value);
  let left = off;
  return lines.map((line) => {
    const place = over.indexOf(line);
    if (place < 0) return line;
    const share = place === over.length - 1 ? left : Math.round((off * worth(line)) / subtotal);
    left -= share;
    const allocation = { kind: "code" as const, title: code.code, code: code.code, valueType: code.valueType, value: code.value, amount: share };
    return how === "add" ? { ...line, discounts: [...line.discounts, allocation] } : better(line, allocation);
  });
}

function takenOff(lines: readonly DiscountedLine[]): number {
  return lines.reduce((sum, { discounts }) => sum + discounts.reduce((all, { amount }) => all + amount, 0), 0);
}
