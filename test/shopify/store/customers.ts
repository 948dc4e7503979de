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
  if (customer.tags.length > 0) emit(shop, "customer.tags_added", customer.id, { tags: customer.tags });
  return customer;
});

/** Tags are one whatever their letters' size. */
export const changeCustomerTags = defineCommand("changeCustomerTags", ({ store, at, emit }, args: { shop: string; customerId: number; add?: string[]; remove?: string[] }): Customer => {
  const shop = store.getShop(args.shop);
  const customer = shop.customers.get(args.customerId);
  if (!customer) throw new Error(`No such customer: ${args.customerId}`);
  const has = (tags: readonly string[], tag: string) => tags.some((other) => other.toLowerCase() === tag.toLowerCase());
  const added = (args.add ?? []).filter((tag) => !has(customer.tags, tag));
  const removed = customer.tags.filter((tag) => has(args.remove ?? [], tag));
  customer.tags = [...customer.tags.filter((tag) => !removed.includes(tag)), ...added];
  customer.updatedAt = at;
  if (added.length > 0) emit(shop, "customer.tags_added", customer.id, { tags: added });
  if (removed.length > 0) emit(shop, "customer.tags_removed", customer.id, { tags: removed });
  return customer;
});

export function findCustomerByEmail(shop: Shop, email: string): Customer | null {
  const wanted = email.toLowerCase();
  for (const customer of shop.customers.values()) if (customer.email.toLowerCase() === wanted) return customer;
  return null;
}
