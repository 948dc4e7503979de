import { updateCheckout } from "../store/checkouts";
import { parseGid } from "../store/ids";
import type { Attribute, Checkout, CheckoutLine, Shop } from "../store/model";
import { priceCheckout } from "../store/pricing";
import type { Store } from "../store/store";
import { textOf } from "../input/text-of";
import { tableOf, tablesOf } from "./read-extensions";
import type { Table } from "./read-extensions";
import { cartLineId } from "./values/cart-values";

export type ChangeResult = { readonly type: "success" } | { readonly type: "error"; readonly message: string };

const SUCCESS: ChangeResult = { type: "success" };
const refused = (message: string): ChangeResult => ({ type: "error", message });

const MAX_LINES = 500;

/** A change that an extension makes to an open checkout; what instructions or a wallet forbid is an error with its reason. */
export function changeCheckout(store: Store, shop: Shop, checkout: Checkout, call: string, change: Table): ChangeResult {
  const { failure } = shop.merchant.cartRefusals;
  if (failure !== null) return refused(failure);
  if (checkout.orderId !== null) return refused("This checkout is completed");
  try {
    if (call === "applyCartLinesChange") return changeLines(store, shop, checkout, change);
    if (call === "applyDiscountCodeChange") return changeCode(store, shop, checkout, change);
    if (call === "applyAttributeChange") return changeAttributes(store, shop, checkout, change);
    if (call === "applyNoteChange") return save(store, shop, checkout, { note: change["type"] === "removeNote" ? null : textOf(change["note"]) });
    return refused(`The local Shopify does not implement ${call}`);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function save(store: Store, shop: Shop, checkout: Checkout, details: { lines?: CheckoutLine[]; discountCode?: string | null; note?: string | null; customAttributes?: Attribute[] }): ChangeResult {
  updateCheckout(store, { shop: shop.domain, token: checkout.token, ...details });
  return SUCCESS;
}

function changeLines(store: Store, shop: Shop, checkout: Checkout, change: Table): ChangeResult {
  const refusals = shop.merchant.cartRefusals;
  if (change["type"] === "addCartLine") {
    if (refusals.addLine) return refused("Cart instructions do not allow adding a line to the cart");
    return addLine(store, shop, checkout, change);
  }
  const index = checkout.lines.findIndex((line) => cartLineId(line) === change["id"]);
  const line = checkout.lines[index];
  if (!line) return refused("The cart has no such line");
  const removing = change["type"] === "removeCartLine";
  if (removing ? refusals.removeLine : refusals.updateLine) return refused("Cart instructions do not allow changing this line");
  const quantity = removing ? line.quantity - (Number(change["quantity"]) || line.quantity) : (change["quantity"] ?? line.quantity);
  const variantId = change["merchandiseId"] === undefined ? line.variantId : variantOf(shop, change["merchandiseId"]);
  if (variantId === null) return refused("There is no such product");
  const properties = change["attributes"] === undefined ? line.properties : attributesOf(change["attributes"]);
  const next = { variantId, quantity: Number(quantity), ...(properties ? { properties } : {}) };
  return save(store, shop, checkout, { lines: next.quantity <= 0 ? checkout.lines.toSpliced(index, 1) : checkout.lines.with(index, next) });
}

function addLine(store: Store, shop: Shop, checkout: Checkout, change: Table): ChangeResult {
  const variantId = variantOf(shop, change["merchandiseId"]);
  const quantity = Number(change["quantity"]);
  const variant = variantId === null ? undefined : shop.variants.get(variantId);
  if (!variant) return refused("There is no such product");
  if (!Number.isInteger(quantity) || quantity < 1) return refused("A quantity must be a positive whole number");
  if (checkout.lines.length >= MAX_LINES) return refused(`A cart has at most ${MAX_LINES} lines`);
  const properties = attributesOf(change["attributes"]);
  const line: CheckoutLine = { variantId: variant.id, quantity, ...(properties.length > 0 ? { properties } : {}) };
  const same = checkout.lines.findIndex((other) => cartLineId(other) === cartLineId(line));
  const wanted = quantity + (checkout.lines[same]?.quantity ?? 0);
  if (variant.tracked && variant.inventoryPolicy === "DENY" && variant.inventoryQuantity < wanted) return refused("Not enough of this product is in stock");
  return save(store, shop, checkout, { lines: same < 0 ? [...checkout.lines, line] : checkout.lines.with(same, { ...line, quantity: wanted }) });
}

function changeCode(store: Store, shop: Shop, checkout: Checkout, change: Table): ChangeResult {
  if (shop.merchant.cartRefusals.discountCodes) return refused("Cart instructions do not allow changing discount codes");
  const code = textOf(change["code"]).trim();
  const same = (other: string) => other.trim().toLowerCase() === code.toLowerCase();
  const before = checkout.discountCode;
  const others = (before ?? "").split(",").filter((other) => other.trim() !== "" && !same(other));
  if (change["type"] === "removeDiscountCode") return save(store, shop, checkout, { discountCode: others.join(",") || null });
  save(store, shop, checkout, { discountCode: [...others, code].join(",") });
  if (priceCheckout(shop, checkout).discountCodes.some((applied) => same(applied.code))) return SUCCESS;
  save(store, shop, checkout, { discountCode: before });
  return refused("The discount code is not valid for these items");
}

function changeAttributes(store: Store, shop: Shop, checkout: Checkout, change: Table): ChangeResult {
  const key = textOf(change["key"]);
  const others = checkout.customAttributes.filter((attribute) => attribute.key !== key);
  return save(store, shop, checkout, { customAttributes: change["type"] === "removeAttribute" ? others : [...others, { key, value: textOf(change["value"]) }] });
}

function variantOf(shop: Shop, merchandiseId: unknown): number | null {
  const id = parseGid("ProductVariant", textOf(merchandiseId));
  return id !== null && shop.variants.has(id) ? id : null;
}

function attributesOf(value: unknown): Attribute[] {
  return tablesOf(value).map(tableOf).map((attribute) => ({ key: textOf(attribute["key"]), value: textOf(attribute["value"]) }));
}
