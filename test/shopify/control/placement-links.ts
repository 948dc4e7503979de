import { orderPath } from "../pages/account/order-access";
import { readUiExtensions } from "../ui-extensions/read-extensions";
import type { Customer, Order, Shop } from "../store/model";
import { isAvailable } from "../store/products";
import type { Store } from "../store/store";

export interface PlacementLink {
  readonly name: string;
  readonly url: string;
  readonly hint: string;
}

/** Where each placement of a shop can be seen, for someone who walks through them one after the other. */
export function placementLinks(store: Store, shop: Shop, extensionsDir: string | null): PlacementLink[] {
  const home = `${store.origin}/shop/${shop.handle}`;
  const account = `${store.origin}/account/${shop.handle}`;
  const admin = `${store.origin}/admin/store/${shop.handle}`;
  const product = bestSeller(shop);
  const variant = product?.variants.find((candidate) => isAvailable(candidate, 1));
  const customer = mostFaithful(shop);
  const order = newestOrder(shop, customer);
  const enter = (path: string) => `${account}/login/as/${customer?.id ?? 0}?return_to=${encodeURIComponent(`/account/${shop.handle}/${path}`)}`;
  const handleAt = (target: string) => readUiExtensions(extensionsDir).find(({ targets }) => targets.some((candidate) => candidate.target === target))?.handle;
  const [fullPage, printing] = [handleAt("customer-account.page.render"), handleAt("admin.order-details.print-action.render")];
  return [
    ...(product ? [{ name: "Product page", url: `${home}/products/${product.handle}`, hint: "also bought, from the theme" }] : []),
    ...(variant ? [
      { name: "Checkout", url: `${home}/cart/${variant.id}:1`, hint: "the block in checkout; pay by card for the page after it" },
      { name: "Thank-you page", url: `${home}/cart/${variant.id}:1?checkout[email]=wallet.shopper@example.com`, hint: "pay with the wallet at the top: no page after payment, straight to the thank-you block" },
    ] : []),
    ...(order ? [{ name: "Order status", url: `${store.origin}${orderPath(store, shop, order, true)}`, hint: "a past order by the link of its e-mail" }] : []),
    ...(customer ? [
      { name: "Customer account", url: enter("orders"), hint: `logged in as ${customer.email}, ${customer.ordersCount} orders` },
      { name: "Profile", url: enter("profile"), hint: "with the switch for offers" },
      ...(fullPage === undefined ? [] : [{ name: "Buy again", url: enter(`pages/${fullPage}`), hint: "everything bought before" }]),
      { name: "Log in by code", url: `${account}/login?email=${encodeURIComponent(customer.email)}`, hint: "the code is shown on the page" },
    ] : []),
    ...(order ? [
      { name: "Order e-mail", url: `${admin}/orders/${order.id}/notifications/orderConfirmation`, hint: "after pasting Encore's snippet under Notifications" },
      { name: "Packing slip", url: `${admin}/orders/${order.id}/notifications/packingSlip`, hint: "likewise" },
      ...(printing === undefined ? [] : [{ name: "Printed receipt", url: `${admin}/orders/${order.id}/print/${printing}`, hint: "the print action on an order" }]),
    ] : []),
    { name: "Notifications", url: `${admin}/notifications`, hint: "where snippets are pasted" },
    { name: "Flow", url: `${admin}/flow`, hint: "triggers that were sent, actions to run" },
  ];
}

/** The product on sale that the newest orders hold most often; any one on sale where nothing was sold. */
function bestSeller(shop: Shop) {
  const sold = new Map<number, number>();
  for (const { lines } of [...shop.orders.values()].slice(-2000)) for (const { productId } of lines) sold.set(productId, (sold.get(productId) ?? 0) + 1);
  const onSale = [...shop.products.values()].filter(({ status, variants }) => status === "ACTIVE" && variants.some((variant) => isAvailable(variant, 1)));
  return onSale.reduce((best, product) => (best === undefined || (sold.get(product.id) ?? 0) > (sold.get(best.id) ?? 0) ? product : best), onSale[0]);
}

function mostFaithful(shop: Shop): Customer | undefined {
  return [...shop.customers.values()].reduce<Customer | undefined>((best, customer) => (customer.ordersCount > (best?.ordersCount ?? 0) ? customer : best), undefined);
}

function newestOrder(shop: Shop, customer: Customer | undefined): Order | undefined {
  const orders = [...shop.orders.values()].filter(({ customerId, cancelledAt }) => cancelledAt === null && customerId === (customer?.id ?? null));
  return orders.reduce<Order | undefined>((newest, order) => (newest === undefined || order.createdAt >= newest.createdAt ? order : newest), undefined);
}
