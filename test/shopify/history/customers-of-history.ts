import type { Customer, Shop } from "../store/model";
import { addCustomer as add } from "../store/customers";
import { countOrder as count } from "../store/orders";

/** A customer of the history, under an address that cannot exist. */
export function addCustomer(shop: Shop, historyId: string): Customer {
  return add(shop, { email: `customer-${historyId}@example.com`.toLowerCase(), firstName: "Customer", lastName: historyId }, 0);
}

/** Counts an order; the first one is when the customer came. */
export function countOrder(customer: Customer, total: number, at: number): void {
  if (customer.ordersCount === 0) customer.createdAt = at;
  count(customer, total, at);
}

const tagsFrom = [[3, "returning"], [10, "regular"], [30, "wholesale"]] as const;

/** What a shop might have called those who order often. */
export function tagCustomers(shop: Shop): void {
  for (const customer of shop.customers.values()) customer.tags = tagsFrom.flatMap(([orders, tag]) => (customer.ordersCount >= orders ? [tag] : []));
}
