import { startPages } from "../../shopify/pages/testing/pages-server";
import { createCheckout } from "../../shopify/store/checkouts";
import { createCustomer } from "../../shopify/store/customers";
import { completeCheckout } from "../../shopify/store/orders";
import { createProduct } from "../../shopify/store/products";
import { createShop } from "../../shopify/store/shops";
import type { Address } from "./visit";

const handle = "plain";

/** Pages of the same host whose only block asks nobody and draws one section at once. */
export async function startPlainBlocks(): Promise<{ origin: string; at(target: string): Promise<Address>; close(): void }> {
  const { origin, services, close } = await startPages({ sampleBlocks: [{ handle, network: true }] });
  const { store } = services;
  const shop = createShop(store, { handle: "plain-blocks", plan: "plus" });
  const variantId = createProduct(store, { shop: shop.domain, product: { title: "Vase", variants: [{ price: 1250, inventoryQuantity: 50 }] } }).variants[0]?.id ?? 0;
  await services.install(shop);
  const customer = createCustomer(store, { shop: shop.domain, customer: { email: "plain@example.com" } });
  const begin = () => createCheckout(store, { shop: shop.domain, lines: [{ variantId, quantity: 1 }], email: "plain@example.com", customerId: customer.id }).token;
  const loginPath = `/account/${shop.handle}/login/as/${String(customer.id)}`;
  const at = async (target: string): Promise<Address> => {
    const token = begin();
    if (target.startsWith("purchase.checkout.")) return { target, path: `/checkout/${token}` };
    const order = completeCheckout(store, { shop: shop.domain, token });
    if (target.startsWith("purchase.thank-you.")) return { target, path: `/checkout/${token}/thank_you` };
    const pages: Record<string, string> = {
      "customer-account.order-status.block.render": `orders/${String(order.id)}`,
      "customer-account.order-index.block.render": "orders",
      "customer-account.profile.block.render": "profile",
    };
    return { target, loginPath, path: `/account/${shop.handle}/${pages[target] ?? `pages/${handle}`}` };
  };
  return { origin, at, close };
}
