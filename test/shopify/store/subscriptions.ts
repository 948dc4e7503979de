import { nextId } from "./ids";
import { getInstallation } from "./installations";
import type { SubscriptionRequest } from "./installations";
import type { WebhookSubscription } from "./installation-model";
import { defineCommand } from "./store";

/** Subscribes through the API; throws when the same topic already goes to the same address. */
export const createSubscription = defineCommand("createSubscription", ({ store, at }, args: SubscriptionRequest & { shop: string }): WebhookSubscription => {
  const shop = store.getShop(args.shop);
  getInstallation(shop);
  const taken = shop.subscriptions.some((known) => known.source === "api" && known.topic === args.topic && known.uri === args.uri && known.filter === (args.filter ?? null));
  if (taken) throw new Error("Address for this topic has already been taken");
  const subscription: WebhookSubscription = {
    id: nextId(shop, "subscription"),
    topic: args.topic,
    uri: args.uri,
    filter: args.filter ?? null,
    includeFields: args.includeFields ?? [],
    name: args.name ?? null,
    source: "api",
    createdAt: at,
  };
  shop.subscriptions.push(subscription);
  return subscription;
});

/** False when there is no such subscription made by the API. */
export const deleteSubscription = defineCommand("deleteSubscription", ({ store }, args: { shop: string; id: number }): boolean => {
  const shop = store.getShop(args.shop);
  const kept = shop.subscriptions.filter((known) => known.source !== "api" || known.id !== args.id);
  const deleted = kept.length < shop.subscriptions.length;
  shop.subscriptions = kept;
  return deleted;
});
