import { createHash } from "node:crypto";
import type { Customer, Order, Shop } from "../../store/model";
import type { Store } from "../../store/store";

/** What stands in the link of an order's e-mail: whoever has it may see the order, without being anybody. */
export function orderKey({ seed }: Store, order: Order): string {
  return createHash("sha256").update(`order ${order.id} ${seed}`).digest("hex").slice(0, 32);
}

/** Address of an order's page; with its key it opens without a login. */
export function orderPath(store: Store, shop: Shop, order: Order, withKey: boolean): string {
  return `/account/${shop.handle}/orders/${order.id}${withKey ? `?key=${orderKey(store, order)}` : ""}`;
}

/** Whether someone may see an order: its own customer, or anyone with its key. */
export function maySee(store: Store, order: Order, customer: Customer | null, key: string): boolean {
  return (customer !== null && order.customerId === customer.id) || key === orderKey(store, order);
}

/** A customer's orders, newest first. */
export function ordersOf(shop: Shop, customer: Customer): Order[] {
  return [...shop.orders.values()].filter(({ customerId }) => customerId === customer.id).sort((a, b) => b.createdAt - a.createdAt || b.number - a.number);
}
