/** The webhook topics that shopify.app.toml subscribes to, as their header has them; those of tags with a full stop (shopify.dev, changelog of 2025-01). */
export const TOPICS = [
  "app/uninstalled", "app/scopes_update", "shop/update",
  "products/create", "products/update", "products/delete",
  "collections/create", "collections/update", "collections/delete",
  "inventory_levels/update", "inventory_items/update",
  "orders/create", "orders/updated", "orders/edited", "orders/cancelled", "orders/delete", "refunds/create",
  "returns/request", "returns/approve", "returns/decline", "returns/cancel", "returns/close", "returns/reopen",
  "disputes/create", "disputes/update",
  "customer.tags_added", "customer.tags_removed",
  "app_subscriptions/update", "app_subscriptions/approaching_capped_amount",
  "bulk_operations/finish",
  "customers/data_request", "customers/redact", "shop/redact",
] as const;
export type Topic = (typeof TOPICS)[number];

export function isTopic(topic: string): topic is Topic {
  return TOPICS.some((known) => known === topic);
}
