import type { AppIdentity } from "../app/app-identity";
import { addStaff, answerCharge, freezeSubscription } from "../store/billing";
import type { AppSubscription } from "../store/billing-model";
import { createCheckout } from "../store/checkouts";
import type { CheckoutDetails } from "../store/checkouts";
import { createCollection, deleteCollection, updateCollection } from "../store/collections";
import { changeCustomerTags, createCustomer } from "../store/customers";
import { changeScopes, installApp, revokeTokens, uninstallApp } from "../store/installations";
import type { AppInstallation } from "../store/installation-model";
import { editNotification, placeBlock, placeThemeBlock, refuseCartChanges } from "../store/merchant";
import type { FlowEvent } from "../store/merchant";
import type { Charge, Order, Shop } from "../store/model";
import { changeDispute, openDispute } from "../store/disputes";
import { applyOrderEdit } from "../store/order-edits";
import { completeCheckout, deleteOrder, releaseOrder, updateOrder } from "../store/orders";
import { redactCustomer, redactShop, requestCustomerData } from "../store/privacy";
import { createProduct, deleteProduct, setCost, setInventory, updateProduct } from "../store/products";
import type { NewProduct } from "../store/products";
import { cancelOrder, refundOrder } from "../store/refunds";
import { changeReturn, requestReturn } from "../store/returns";
import type { NewShop } from "../store/shops";
import { createSellingPlanGroup } from "../store/selling-plans";
import { createShop, updateShop } from "../store/shops";
import type { Command, Store } from "../store/store";

export interface NewShopWithProducts extends NewShop {
  products?: NewProduct[];
  install?: boolean;
}

export type DirectOrder = { shop: string } & CheckoutDetails;

/** Binds a command to its store, so that callers need not hand it around. */
function bind<Args, Result>(store: Store, command: Command<Args, Result>): (args: Args) => Result {
  return (args) => command(store, args);
}

/** What tests and the control API can make happen in a shop; every change announces what Shopify would announce. */
export function createControl(store: Store, app: AppIdentity) {
  const install = (args: { shop: string; scopes?: string[] }): AppInstallation =>
    installApp(store, { shop: args.shop, scopes: args.scopes ?? app.scopes, subscriptions: app.subscriptions });

  return {
    /** Opens a shop, with products and the app when asked. */
    createShop: ({ products = [], install: installed = false, ...input }: NewShopWithProducts): Shop => {
      const shop = createShop(store, input);
      for (const product of products) createProduct(store, { shop: shop.domain, product });
      if (installed) install({ shop: shop.domain });
      return shop;
    },
    updateShop: bind(store, updateShop),
    install,
    uninstall: bind(store, uninstallApp),
    changeScopes: bind(store, changeScopes),
    revokeTokens: bind(store, revokeTokens),
    /** A new client secret: tokens are signed with it at once, webhooks with the old one until `forgetOldSecret`. */
    rotateSecret: ({ secret }: { secret: string }): void => {
      app.apiSecretOld = app.apiSecret;
      app.apiSecret = secret;
    },
    forgetOldSecret: (): void => {
      app.apiSecretOld = null;
    },
    createProduct: bind(store, createProduct),
    updateProduct: bind(store, updateProduct),
    deleteProduct: bind(store, deleteProduct),
    setInventory: bind(store, setInventory),
    setCost: bind(store, setCost),
    createCollection: bind(store, createCollection),
    updateCollection: bind(store, updateCollection),
    deleteCollection: bind(store, deleteCollection),
    createSellingPlanGroup: bind(store, createSellingPlanGroup),
    createCustomer: bind(store, createCustomer),
    changeCustomerTags: bind(store, changeCustomerTags),
    createCheckout: bind(store, createCheckout),
    completeCheckout: bind(store, completeCheckout),
    /** Buys without pages: a checkout that is filled in and paid at once. */
    placeOrder: (details: DirectOrder): Order => {
      const checkout = createCheckout(store, { email: "shopper@example.com", ...details });
      return completeCheckout(store, { shop: details.shop, token: checkout.token });
    },
    updateOrder: bind(store, updateOrder),
    releaseOrder: bind(store, releaseOrder),
    deleteOrder: bind(store, deleteOrder),
    refundOrder: bind(store, refundOrder),
    cancelOrder: bind(store, cancelOrder),
    requestReturn: bind(store, requestReturn),
    changeReturn: bind(store, changeReturn),
    openDispute: bind(store, openDispute),
    changeDispute: bind(store, changeDispute),
    /** Adds lines to an order as staff (or, with `appId`, another app) would. */
    editOrder: bind(store, applyOrderEdit),
    placeBlock: bind(store, placeBlock),
    placeThemeBlock: bind(store, placeThemeBlock),
    refuseCartChanges: bind(store, refuseCartChanges),
    editNotification: bind(store, editNotification),
    /** Every Flow trigger that the app sent, oldest first. */
    flowEvents: ({ shop }: { shop: string }): FlowEvent[] => store.getShop(shop).merchant.flowEvents,
    /** The merchant's answer to what the app wants to charge. */
    answerCharge: bind(store, answerCharge),
    freezeSubscription: bind(store, freezeSubscription),
    addStaff: bind(store, addStaff),
    /** Every subscription that the app proposed, oldest first, with its usage records. */
    subscriptions: ({ shop }: { shop: string }): AppSubscription[] => store.getShop(shop).billing.subscriptions,
    requestCustomerData: bind(store, requestCustomerData),
    redactCustomer: bind(store, redactCustomer),
    redactShop: bind(store, redactShop),
    /** Every attempt to take money, oldest first; of one order when it is named. */
    charges: ({ shop, orderId }: { shop: string; orderId?: number }): Charge[] =>
      store.getShop(shop).charges.filter((charge) => orderId === undefined || charge.orderId === orderId),
  };
}

export type Control = ReturnType<typeof createControl>;
