import { gid } from "../../store/ids";
import type { Address, Checkout, Order, Shop } from "../../store/model";
import type { Values } from "../contract";
import { checkoutCart, orderCart } from "./cart-values";
import type { Place } from "./standard-values";
import { customerValue, shopSignals, standardSignals } from "./standard-values";

const STEPS = ["cart", "information", "shipping", "payment", "thank-you"];

/** Signals of the block in checkout; a wallet may forbid changes, which `instructions` tells beforehand. */
export function checkoutSignals(place: Place, checkout: Checkout): Values {
  return { ...standardSignals(place), ...shopSignals(place), ...buyer(place, checkout), ...checkoutCart(place.origin, place.shop, checkout), ...common(place, checkout, "checkout") };
}

/** Signals of the block on the thank-you page. */
export function thankYouSignals(place: Place, checkout: Checkout, order: Order): Values {
  return {
    ...standardSignals(place), ...shopSignals(place), ...buyer(place, checkout), ...orderCart(place.origin, place.shop, order), ...common(place, checkout, "thank-you"),
    orderConfirmation: { order: { id: gid("Order", order.id) }, number: confirmationNumber(order), isFirstOrder: isFirstOrder(place.shop, order) },
  };
}

/** The random-looking number that buyers quote: never the order's own. */
export function confirmationNumber(order: Order): string {
  return (order.id % 36 ** 6).toString(36).toUpperCase().padStart(9, "X");
}

function isFirstOrder(shop: Shop, order: Order): boolean {
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  return (customer?.ordersCount ?? 1) <= 1;
}

function buyer({ shop, customerId }: Place, checkout: Checkout): Values {
  const customer = customerId === null ? undefined : shop.customers.get(customerId);
  return {
    "buyerIdentity.customer": customer ? customerValue(customer) : null,
    "buyerIdentity.email": checkout.email || null,
    "buyerIdentity.phone": null,
    "buyerIdentity.purchasingCompany": null,
    shippingAddress: addressValue(checkout.address, checkout.countryCode),
    billingAddress: addressValue(checkout.address, checkout.countryCode),
  };
}

export function addressValue(address: Address | null, countryCode: string): Values {
  if (address === null) return { countryCode };
  const { firstName, lastName, address1, city, zip } = address;
  return { name: `${firstName} ${lastName}`.trim(), firstName, lastName, address1, city, zip, countryCode: address.countryCode };
}

function common({ shop }: Place, checkout: Checkout, step: "checkout" | "thank-you"): Values {
  const { addLine, updateLine, removeLine, discountCodes } = shop.merchant.cartRefusals;
  const open = step === "checkout";
  const option = { type: checkout.payment === "wallet" ? "wallet" : "creditCard", handle: checkout.payment };
  return {
    checkoutToken: checkout.token,
    instructions: {
      attributes: { canUpdateAttributes: open }, delivery: { canSelectCustomAddress: open }, discounts: { canUpdateDiscountCodes: open && !discountCodes },
      lines: { canAddCartLine: open && !addLine, canRemoveCartLine: open && !removeLine, canUpdateCartLine: open && !updateLine },
      metafields: { canSetCartMetafields: open, canDeleteCartMetafield: open }, notes: { canUpdateNote: open },
    },
    availablePaymentOptions: [{ type: "creditCard", handle: "card" }, { type: "wallet", handle: "wallet" }],
    selectedPaymentOptions: [option],
    deliveryGroups: [],
    localizedFields: [],
    "buyerJourney.completed": !open,
    "buyerJourney.steps": STEPS.map((handle) => ({ handle, label: handle, to: handle, disabled: false })),
    "buyerJourney.activeStep": { handle: step },
  };
}
