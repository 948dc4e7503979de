import { defineCommand } from "./store";

export interface PrivacyRequest {
  shop: string;
  customerId: number;
  email: string;
  orderIds: number[];
}

/** A customer asks what is kept about them: customers/data_request goes out. */
export const requestCustomerData = defineCommand("requestCustomerData", ({ store, emit }, args: PrivacyRequest): void => {
  const shop = store.getShop(args.shop);
  emit(shop, "customers/data_request", shop.id, { ...args });
});

/** A customer is to be forgotten: customers/redact goes out. */
export const redactCustomer = defineCommand("redactCustomer", ({ store, emit }, args: PrivacyRequest): void => {
  const shop = store.getShop(args.shop);
  emit(shop, "customers/redact", shop.id, { ...args });
});

/** 48 hours after an uninstall Shopify asks to forget the shop: shop/redact goes out, subscriptions or not. */
export const redactShop = defineCommand("redactShop", ({ store, emit }, args: { shop: string }): void => {
  const shop = store.getShop(args.shop);
  emit(shop, "shop/redact", shop.id);
});
