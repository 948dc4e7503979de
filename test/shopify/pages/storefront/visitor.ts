import type { Request, Response } from "express";
import type { CheckoutLine, Shop } from "../../store/model";
import { sellingPlansOf } from "../../store/selling-plans";
import { readCookies, rememberForShop } from "../cookies";
import { isCountry } from "../countries";
import { languageOf } from "../languages";
import type { Language } from "../languages";

/** Who is shopping: a stranger, an e-mail address that the shop may not know, or a known customer. */
export type Shopper = { kind: "guest" } | { kind: "email"; email: string } | { kind: "customer"; customerId: number };

export interface Visitor {
  readonly shopper: Shopper;
  readonly countryCode: string;
  readonly language: Language;
  readonly cart: readonly CheckoutLine[];
}

const MAX_CART_LINES = 50;
const MAX_QUANTITY = 999;

/** The visitor as the cookies tell it; `?locale=` wins and is remembered; what the shop no longer sells falls out of the cart. */
export function readVisitor(request: Request, response: Response, shop: Shop): Visitor {
  const cookies = readCookies(request);
  const asked = request.query["locale"];
  if (typeof asked === "string") rememberForShop(response, shop.handle, "locale", languageOf(asked));
  const country = cookies.get("country");
  return {
    shopper: parseShopper(cookies.get("shopper"), shop),
    countryCode: isCountry(country) ? country : shop.countryCode,
    language: languageOf(asked ?? cookies.get("locale") ?? shop.locale),
    cart: parseCart(cookies.get("cart"), shop),
  };
}

/** A shopper from "customer:17", "email:a@b.example" or anything else (a guest). */
export function parseShopper(text: string | undefined, shop: Shop): Shopper {
  if (text?.startsWith("customer:")) {
    const customerId = Number(text.slice("customer:".length));
    if (shop.customers.has(customerId)) return { kind: "customer", customerId };
  }
  if (text?.startsWith("email:") && text.includes("@")) return { kind: "email", email: text.slice("email:".length) };
  return { kind: "guest" };
}

/** Cart lines from "variantId:quantity,…", or "variantId:quantity:sellingPlanId" for a subscription. */
export function parseCart(text: string | undefined, shop: Shop): CheckoutLine[] {
  const lines = (text ?? "").split(",").flatMap((part) => {
    const [variantId = NaN, quantity = NaN, sellingPlanId] = part.split(":").map(Number);
    const variant = shop.variants.get(variantId);
    if (!variant || !Number.isInteger(quantity) || quantity < 1) return [];
    const plan = sellingPlansOf(shop, variant.productId).find(({ id }) => id === sellingPlanId);
    return [{ variantId, quantity: Math.min(quantity, MAX_QUANTITY), ...(plan ? { sellingPlanId: plan.id } : {}) }];
  });
  return lines.slice(0, MAX_CART_LINES);
}

/** The cart with one line set to a quantity; zero takes the line out. A subscription, once chosen, stays one. */
export function withQuantity(cart: readonly CheckoutLine[], variantId: number, quantity: number, sellingPlanId?: number): CheckoutLine[] {
  const others = cart.filter((line) => line.variantId !== variantId);
  if (quantity <= 0) return others;
  const index = cart.findIndex((candidate) => candidate.variantId === variantId);
  const plan = sellingPlanId ?? cart[index]?.sellingPlanId;
  const line = { variantId, quantity: Math.min(Math.trunc(quantity), MAX_QUANTITY), ...(plan === undefined ? {} : { sellingPlanId: plan }) };
  return index < 0 ? [...cart, line] : cart.map((candidate, position) => (position === index ? line : candidate));
}

export function rememberCart(response: Response, shop: Shop, cart: readonly CheckoutLine[]): void {
  rememberForShop(response, shop.handle, "cart", cart.map(({ variantId, quantity, sellingPlanId }) => [variantId, quantity, ...(sellingPlanId === undefined ? [] : [sellingPlanId])].join(":")).join(","));
}
