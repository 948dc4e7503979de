import { gid } from "../../store/ids";
import type { Order } from "../../store/model";
import type { Values } from "../contract";
import { orderCart } from "./cart-values";
import { addressValue, confirmationNumber } from "./checkout-values";
import type { Place } from "./standard-values";
import { customerValue, shopSignals, standardSignals } from "./standard-values";

/** Signals of every block in a customer's account. */
export function accountSignals(place: Place): Values {
  return {
    ...standardSignals(place),
    "authenticatedAccount.customer": place.customerId === null ? null : { id: gid("Customer", place.customerId) },
    "authenticatedAccount.purchasingCompany": null,
  };
}

/** Signals of the block on an order's page; someone who only has the link is pre-authenticated and stays nameless. */
export function orderStatusSignals(place: Place, order: Order): Values {
  const customer = place.customerId === null ? undefined : place.shop.customers.get(place.customerId);
  return {
    ...accountSignals(place),
    ...shopSignals(place),
    ...orderCart(place.origin, place.shop, order),
    authenticationState: customer ? "fully_authenticated" : "pre_authenticated",
    order: {
      id: gid("Order", order.id), name: order.name, confirmationNumber: confirmationNumber(order), processedAt: new Date(order.createdAt).toISOString(),
      ...(order.cancelledAt === null ? {} : { cancelledAt: new Date(order.cancelledAt).toISOString() }),
    },
    checkoutToken: order.checkoutToken,
    "buyerIdentity.customer": customer ? customerValue(customer) : null,
    "buyerIdentity.email": customer?.email ?? null,
    "buyerIdentity.phone": null,
    "buyerIdentity.purchasingCompany": null,
    shippingAddress: customer ? addressValue(order.address, order.countryCode) : null,
    billingAddress: customer ? addressValue(order.address, order.countryCode) : null,
  };
}
