import { findCustomerByEmail } from "./customers";
import { automaticDiscounts } from "./discounts/automatic";
import type { LineDiscount } from "./discounts/model";
import type { Address, Attribute, Checkout, CheckoutLine, PaymentMethod, Shop } from "./model";
import { getVariant } from "./products";
import type { CommandContext, Store } from "./store";
import { defineCommand } from "./store";

export interface CheckoutDetails {
  lines?: CheckoutLine[];
  email?: string;
  /** Null makes it a guest's checkout. */
  customerId?: number | null;
  address?: Address | null;
  /** Null: as the parcel's. */
  billingAddress?: Address | null;
  countryCode?: string;
  payment?: PaymentMethod;
  discountCode?: string | null;
  note?: string | null;
  customAttributes?: Attribute[];
  locale?: string;
}

/** Kept with the command, so that a replay need not run the Functions again. */
export interface AskedFunctions {
  automatic?: LineDiscount[];
}

/** Opens a checkout; throws when a variant does not exist or a quantity is not positive. */
export const createCheckout = defineCommand("createCheckout", (context, args: { shop: string; sourceName?: string } & CheckoutDetails & AskedFunctions): Checkout => {
  const { store, at, token, emit } = context;
  const shop = store.getShop(args.shop);
  checkLines(shop, args.lines ?? []);
  const checkout: Checkout = {
    token: token(32),
    cartToken: token(32),
    lines: [],
    email: "",
    customerId: null,
    address: null,
    countryCode: shop.countryCode,
    payment: "card",
    discountCode: null,
    note: null,
    customAttributes: [],
    locale: shop.locale,
    sourceName: args.sourceName ?? "web",
    orderId: null,
    createdAt: at,
  };
  fillIn(shop, checkout, args);
  askFunctions(context, shop, checkout, args);
  shop.checkouts.set(checkout.token, checkout);
  emit(shop, "checkouts/create", 0, { token: checkout.token });
  return checkout;
});

/** Fills in a checkout; throws once it is an order. */
export const updateCheckout = defineCommand("updateCheckout", (context, args: { shop: string; token: string } & CheckoutDetails & AskedFunctions): Checkout => {
  const shop = context.store.getShop(args.shop);
  const checkout = getCheckout(shop, args.token);
  if (checkout.orderId !== null) throw new Error("This checkout is completed");
  checkLines(shop, args.lines ?? []);
  fillIn(shop, checkout, args);
  askFunctions(context, shop, checkout, args);
  return checkout;
});

/** Has the shop's Functions price a checkout; what they answered becomes part of the command. */
export function askFunctions({ store, at }: CommandContext, shop: Shop, checkout: Checkout, args: AskedFunctions): void {
  args.automatic ??= automaticDiscounts(store.functions, shop, checkout, at);
  checkout.automatic = args.automatic;
  checkout.pricedAt = at;
}

/** Prices an open checkout anew where time has changed what its discounts give; for whoever looks at it. */
export function refreshCheckout(store: Store, shop: Shop, checkout: Checkout): void {
  if (checkout.orderId !== null) return;
  const automatic = automaticDiscounts(store.functions, shop, checkout, store.clock.now());
  if (checkout.discountCode !== null || JSON.stringify(automatic) !== JSON.stringify(checkout.automatic ?? [])) updateCheckout(store, { shop: shop.domain, token: checkout.token, automatic });
}

export function getCheckout(shop: Shop, token: string): Checkout {
  const checkout = shop.checkouts.get(token);
  if (!checkout) throw new Error(`${shop.domain} has no checkout ${token}`);
  return checkout;
}

function checkLines(shop: Shop, lines: CheckoutLine[]): void {
  for (const line of lines) {
    getVariant(shop, line.variantId);
    if (!Number.isInteger(line.quantity) || line.quantity < 1) throw new Error("A quantity must be a positive whole number");
  }
}

function fillIn(shop: Shop, checkout: Checkout, details: CheckoutDetails): void {
  checkout.lines = details.lines ?? checkout.lines;
  checkout.email = details.email ?? checkout.email;
  if (details.customerId !== undefined) checkout.customerId = details.customerId;
  // A buyer who types the e-mail of a customer becomes that customer, as at Shopify.
  else if (details.email) checkout.customerId = findCustomerByEmail(shop, details.email)?.id ?? null;
  if (details.address !== undefined) checkout.address = details.address;
  if (details.billingAddress !== undefined) checkout.billingAddress = details.billingAddress;
  checkout.countryCode = details.countryCode ?? details.address?.countryCode ?? checkout.countryCode;
  checkout.payment = details.payment ?? checkout.payment;
  if (details.discountCode !== undefined) checkout.discountCode = details.discountCode;
  if (details.note !== undefined) checkout.note = details.note;
  checkout.customAttributes = details.customAttributes ?? checkout.customAttributes;
  checkout.locale = details.locale ?? checkout.locale;
}
