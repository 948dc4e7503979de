import type { Checkout, CheckoutLine, DiscountCode, Shop } from "../model";
import { getVariant } from "../products";
import { findByCode } from "./commands";
import type { CodeDiscount } from "./model";
import { isActive } from "./model";

/** Who wants to use a code, and for what. */
export type CodeUser = Pick<Checkout, "email" | "customerId">;

/** Why a code gives nothing; null when it does. */
export function codeProblem(shop: Shop, discount: CodeDiscount, code: string, lines: readonly CheckoutLine[], user: CodeUser, at: number): string | null {
  if (!isActive(discount, at)) return "This discount code is not active";
  const entry = discount.codes.get(code.trim().toLowerCase());
  if (discount.usageLimit !== null && (entry?.uses ?? 0) >= discount.usageLimit) return "This discount code has reached its usage limit";
  if (discount.oncePerCustomer && usersOf(user).some((name) => discount.usedBy.has(name))) return "You have used this discount already";
  const entitled = entitledLines(shop, discount, lines);
  if (entitled.length === 0) return "This discount code is not valid for the items in your cart";
  const quantity = entitled.reduce((sum, line) => sum + line.quantity, 0);
  if (discount.minimumQuantity !== null && quantity < discount.minimumQuantity) return "There are too few items for this discount code";
  const subtotal = entitled.reduce((sum, line) => sum + getVariant(shop, line.variantId).price * line.quantity, 0);
  return discount.minimumSubtotal !== null && subtotal < discount.minimumSubtotal ? "The cart is worth too little for this discount code" : null;
}

/** The lines that a discount is for. */
export function entitledLines<Line extends CheckoutLine>(shop: Shop, discount: CodeDiscount, lines: readonly Line[]): Line[] {
  const { variantIds, productIds } = discount;
  if (variantIds === null) return [...lines];
  return lines.filter(({ variantId }) => variantIds.includes(variantId) || productIds.includes(getVariant(shop, variantId).productId));
}

/** Notes that an order used a code. */
export function redeem(shop: Shop, code: string, user: CodeUser): void {
  const discount = findByCode(shop, code);
  const entry = discount?.codes.get(code.trim().toLowerCase());
  if (!discount || !entry) return;
  entry.uses += 1;
  for (const name of usersOf(user)) discount.usedBy.add(name);
}

/** A code as orders carry it. */
export function asDiscountCode(discount: CodeDiscount, code: string): DiscountCode {
  const known = discount.codes.get(code.trim().toLowerCase())?.code ?? code;
  if (discount.value.kind === "percentage") return { code: known, valueType: "percentage", value: discount.value.percent };
  return { code: known, valueType: "fixed_amount", value: discount.value.kind === "fixed" ? discount.value.amount : 0 };
}

function usersOf({ email, customerId }: CodeUser): string[] {
  return [...(email ? [email.toLowerCase()] : []), ...(customerId === null ? [] : [String(customerId)])];
}
