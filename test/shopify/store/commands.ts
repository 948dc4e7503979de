import { BILLING_COMMANDS } from "./billing";
import { createCheckout, updateCheckout } from "./checkouts";
import { createCollection, deleteCollection, updateCollection } from "./collections";
import { changeCustomerTags, createCustomer } from "./customers";
import { addRedeemCodes, createAutomaticAppDiscount, createCodeDiscount, deleteDiscount, updateAutomaticAppDiscount } from "./discounts/commands";
import { changeScopes, deployConfiguration, installApp, issueAccessToken, refreshAccessToken, revokeTokens, uninstallApp } from "./installations";
import { changeDispute, openDispute } from "./disputes";
import { MERCHANT_COMMANDS } from "./merchant";
import { defineMetafield, deleteMetafield, setMetafields } from "./metafields";
import { applyOrderEdit } from "./order-edits";
import { completeCheckout, deleteOrder, releaseOrder, updateOrder } from "./orders";
import { redactCustomer, redactShop, requestCustomerData } from "./privacy";
import { createProduct, deleteProduct, setCost, setInventory, updateProduct } from "./products";
import { cancelOrder, refundOrder } from "./refunds";
import { changeReturn, requestReturn } from "./returns";
import { createSellingPlanGroup } from "./selling-plans";
import { createShop, updateShop } from "./shops";
import type { JournalEntry, Store } from "./store";
import { createSubscription, deleteSubscription } from "./subscriptions";

const COMMANDS = [
  createShop, updateShop,
  createProduct, updateProduct, deleteProduct, setInventory, setCost,
  createCollection, updateCollection, deleteCollection, createSellingPlanGroup,
  createCustomer, changeCustomerTags, createCheckout, updateCheckout, completeCheckout,
  updateOrder, releaseOrder, deleteOrder, refundOrder, cancelOrder, requestReturn, changeReturn, openDispute, changeDispute, applyOrderEdit,
  installApp, uninstallApp, changeScopes, deployConfiguration, issueAccessToken, refreshAccessToken, revokeTokens,
  createSubscription, deleteSubscription, defineMetafield, setMetafields, deleteMetafield,
  createAutomaticAppDiscount, updateAutomaticAppDiscount, createCodeDiscount, addRedeemCodes, deleteDiscount,
  requestCustomerData, redactCustomer, redactShop, ...MERCHANT_COMMANDS, ...BILLING_COMMANDS,
];

const BY_NAME = new Map(COMMANDS.map((command) => [command.commandName, command.replay] as const));

/** Applies one line of a journal; throws on a change that this version does not know. */
export function replayEntry(store: Store, entry: JournalEntry): void {
  const replay = BY_NAME.get(entry.command);
  if (!replay) throw new Error(`The journal has an unknown change: ${entry.command}`);
  replay(store, entry);
}
