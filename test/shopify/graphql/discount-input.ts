import { textOf } from "../input/text-of";
import type { NewAutomaticAppDiscount, NewCodeDiscount } from "../store/discounts/commands";
import type { CodeValue, CombinesWith } from "../store/discounts/model";
import { parseGid } from "../store/ids";
import { parseDecimal } from "../store/money";

type Input = Readonly<Record<string, unknown>>;

export function tableOf(value: unknown): Input {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

export function tablesOf(value: unknown): Input[] {
  return Array.isArray(value) ? value.map(tableOf) : [];
}

/** A complaint of Shopify's about an input. */
export class DiscountInputError extends Error {
  constructor(readonly code: string, readonly field: string[], message: string) {
    super(message);
  }
}

/** What an update gives of an automatic app discount; what is left out stays. */
export function automaticInput(input: Input): Partial<NewAutomaticAppDiscount> {
  const classes = input["discountClasses"];
  return {
    ...(typeof input["title"] === "string" ? { title: input["title"] } : {}),
    ...(Array.isArray(classes) ? { discountClasses: classes.map(String) } : {}),
    ...(input["combinesWith"] ? { combinesWith: combinesOf(input["combinesWith"]) } : {}),
    ...(input["startsAt"] ? { startsAt: timeOf(input["startsAt"]) } : {}),
    ...(input["endsAt"] === undefined ? {} : { endsAt: input["endsAt"] === null ? null : timeOf(input["endsAt"]) }),
  };
}

/** A whole new automatic app discount; throws DiscountInputError. */
export function newAutomaticInput(input: Input, handles: readonly string[], now: number): NewAutomaticAppDiscount {
  const handle = textOf(input["functionHandle"]);
  const field = ["automaticAppDiscount"];
  if (!handle) throw new DiscountInputError("MISSING_FUNCTION_IDENTIFIER", field, "Either functionId or functionHandle must be provided.");
  if (!handles.includes(handle)) throw new DiscountInputError("INVALID", [...field, "functionHandle"], `Function ${handle} not found.`);
  if (!input["title"]) throw new DiscountInputError("BLANK", [...field, "title"], "Title can't be blank.");
  const given = automaticInput(input);
  if (!given.discountClasses?.length) throw new DiscountInputError("INVALID", [...field, "discountClasses"], "Discount classes can't be blank.");
  const none = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false };
  return { title: textOf(input["title"]), functionHandle: handle, discountClasses: given.discountClasses, combinesWith: given.combinesWith ?? none, startsAt: given.startsAt ?? now, endsAt: given.endsAt ?? null };
}

/** A new code discount, of the basic kind or for delivery; throws DiscountInputError. */
export function newCodeInput(input: Input, field: string, currency: string, now: number): NewCodeDiscount {
  const code = textOf(input["code"]).trim();
  if (!code) throw new DiscountInputError("BLANK", [field, "code"], "Code can't be blank.");
  if (code.length > 255) throw new DiscountInputError("TOO_LONG", [field, "code"], "Code is too long (maximum is 255 characters)");
  if (!input["title"]) throw new DiscountInputError("BLANK", [field, "title"], "Title can't be blank.");
  const startsAt = input["startsAt"] ? timeOf(input["startsAt"]) : now;
  const endsAt = input["endsAt"] ? timeOf(input["endsAt"]) : null;
  if (endsAt !== null && endsAt <= startsAt) throw new DiscountInputError("END_DATE_BEFORE_START_DATE", [field, "endsAt"], "Ends at needs to be after starts_at");
  const gets = tableOf(input["customerGets"]);
  const items = tableOf(gets["items"]);
  const products = tableOf(items["products"]);
  const ids = (key: string, type: string) => (Array.isArray(products[key]) ? products[key] : []).flatMap((gid) => parseGid(type, String(gid)) ?? []);
  const minimum = tableOf(input["minimumRequirement"]);
  const [quantity, subtotal] = [tableOf(minimum["quantity"])["greaterThanOrEqualToQuantity"], tableOf(minimum["subtotal"])["greaterThanOrEqualToSubtotal"]];
  return {
    code, startsAt, endsAt,
    title: textOf(input["title"]),
    value: field === "freeShippingCodeDiscount" ? { kind: "freeShipping" } : valueOf(tableOf(gets["value"]), field, currency),
    variantIds: field === "freeShippingCodeDiscount" || items["all"] === true ? null : ids("productVariantsToAdd", "ProductVariant"),
    productIds: ids("productsToAdd", "Product"),
    minimumQuantity: quantity === undefined || quantity === null ? null : Number(quantity),
    minimumSubtotal: subtotal === undefined || subtotal === null ? null : decimalOf(subtotal, currency),
    usageLimit: typeof input["usageLimit"] === "number" ? input["usageLimit"] : null,
    oncePerCustomer: input["appliesOncePerCustomer"] === true,
    combinesWith: combinesOf(input["combinesWith"]),
  };
}

function valueOf(value: Input, field: string, currency: string): CodeValue {
  const at = [field, "customerGets", "value"];
  if (typeof value["percentage"] === "number") {
    if (value["percentage"] <= 0 || value["percentage"] > 1) throw new DiscountInputError("VALUE_OUTSIDE_RANGE", [...at, "percentage"], "Value must be between 0.0 and 1.0");
    return { kind: "percentage", percent: Math.round(value["percentage"] * 10_000) / 100 };
  }
  const amount = tableOf(value["discountAmount"]);
  if (amount["amount"] === undefined) throw new DiscountInputError("BLANK", at, "Value can't be blank");
  const minor = decimalOf(amount["amount"], currency);
  if (minor <= 0) throw new DiscountInputError("GREATER_THAN", [...at, "discountAmount", "amount"], "Amount must be greater than 0");
  return { kind: "fixed", amount: minor, eachItem: amount["appliesOnEachItem"] === true };
}

function combinesOf(value: unknown): CombinesWith {
  const given = tableOf(value);
  return { orderDiscounts: given["orderDiscounts"] === true, productDiscounts: given["productDiscounts"] === true, shippingDiscounts: given["shippingDiscounts"] === true };
}

function decimalOf(value: unknown, currency: string): number {
  return parseDecimal(typeof value === "number" ? value : textOf(value), currency);
}

function timeOf(value: unknown): number {
  const time = Date.parse(String(value));
  if (Number.isNaN(time)) throw new DiscountInputError("INVALID", [], `Not a time: ${String(value)}`);
  return time;
}
