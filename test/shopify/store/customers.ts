import { nextId } from "./ids";
import type { Customer, Shop } from "./model";
import { defineCommand } from "./store";

export interface NewCustomer {
  email: string;
  firstName?: string;
  lastName?: string;
  locale?: string;
  tags?: string[];
}

/** Adds a customer silently; shared by createCustomer, checkouts and the history loader. */
export function addCustomer(shop: Shop, input: NewCustomer, at: number): Customer {
  const customer: Customer = {
    id: nextId(shop, "customer"),
    email: input.email,
    firstName: input.firstName ?? "",
    lastName: input.lastName ?? "",
    locale: input.locale ?? shop.locale,
    tags: input.tags ?? [],
    ordersCount: 0,
    amountSpent: 0,
    createdAt: at,
    updatedAt: at,
  };
  shop.customers.set(customer.id, customer);
  return customer;
}

export const createCustomer = defineCommand("createCustomer", ({ store, at, emit }, args: { shop: string; customer: NewCustomer }): Customer => {
  const shop = store.getShop(args.shop);
  const customer = addCustomer(shop, args.customer, at);
  emit(shop, "customers/create", customer.id);
  return customer;
});

export function findCustomerByEmail(shop: Shop, email: string): Customer | null {
  const wanted = email.toLowerCase();
  for (const customer of shop.customers.values()) if (customer.email.toLowerCase() === wanted) return customer;
  return null;
}
