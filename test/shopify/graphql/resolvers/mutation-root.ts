import { receiveTrigger } from "../../flow/receive-trigger";
import { gid, parseGid } from "../../store/ids";
import { deleteMetafield, setMetafields } from "../../store/metafields";
import type { WebhookSubscription } from "../../store/installation-model";
import { createSubscription, deleteSubscription } from "../../store/subscriptions";
import type { Args, FieldTable, GraphqlContext } from "../context";
import { fields } from "../context";
import { customerErrors } from "./metafield-definitions";
import { ownNamespace } from "./metafields";
import { textOf } from "../../input/text-of";

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

/** ORDERS_CREATE as in the header: orders/create. The words before the slash are those that own an underscore. */
export function topicFromEnum(value: string): string {
  const lower = value.toLowerCase();
  if (lower.startsWith("customer_tags_")) return lower.replace("customer_", "customer.");
  const owner = ["app_subscriptions", "bulk_operations", "inventory_levels", "inventory_items", "order_transactions", "product_listings", "collection_listings"].find((name) => lower.startsWith(`${name}_`));
  const cut = owner ? owner.length : lower.indexOf("_");
  return `${lower.slice(0, cut)}/${lower.slice(cut + 1)}`;
}

function subscribe(args: Args, { store, shop }: GraphqlContext): { webhookSubscription: WebhookSubscription | null; userErrors: unknown[] } {
  const input = record(args.webhookSubscription);
  const uri = textOf(input.uri ?? input.callbackUrl);
  if (!/^https?:\/\//.test(uri)) return { webhookSubscription: null, userErrors: [{ field: ["webhookSubscription", "callbackUrl"], message: "Address is invalid" }] };
  try {
    const subscription = createSubscription(store, {
      shop: shop.domain,
      topic: topicFromEnum(String(args.topic)),
      uri,
      filter: typeof input.filter === "string" ? input.filter : null,
      includeFields: Array.isArray(input.includeFields) ? input.includeFields.map(String) : [],
      name: typeof input.name === "string" ? input.name : null,
    });
    return { webhookSubscription: subscription, userErrors: [] };
  } catch (error) {
    return { webhookSubscription: null, userErrors: [{ field: ["webhookSubscription", "callbackUrl"], message: error instanceof Error ? error.message : String(error) }] };
  }
}

function writeMetafields(args: Args, context: GraphqlContext): unknown {
  const inputs = records(args.metafields);
  if (inputs.length > 25) return { metafields: null, userErrors: [{ field: ["metafields"], message: "Exceeded the maximum metafields input limit of 25.", code: "LESS_THAN_OR_EQUAL_TO", elementIndex: null }] };
  const userErrors = customerErrors(inputs.map(({ ownerId }) => String(ownerId)), context, "metafieldsSet");
  if (userErrors.length > 0) return { metafields: null, userErrors };
  const metafields = inputs.map((input) => ({
    ownerId: String(input.ownerId),
    namespace: ownNamespace(context, input.namespace),
    key: String(input.key),
    type: textOf(input.type, "single_line_text_field"),
    value: String(input.value),
  }));
  return { metafields: setMetafields(context.store, { shop: context.shop.domain, metafields }), userErrors: [] };
}

function removeMetafields(args: Args, context: GraphqlContext): unknown {
  customerErrors(records(args.metafields).map(({ ownerId }) => String(ownerId)), context, "metafieldsDelete");
  const deleted = records(args.metafields).map((input) => {
    const [ownerId, namespace, key] = [String(input.ownerId), ownNamespace(context, input.namespace), String(input.key)];
    return deleteMetafield(context.store, { shop: context.shop.domain, ownerId, namespace, key }) ? { ownerId, namespace, key } : null;
  });
  return { deletedMetafields: deleted, userErrors: [] };
}

export const mutationRoot: FieldTable = fields<unknown>({
  flowTriggerReceive: (_root, args, context) => receiveTrigger(args, context),
  bulkOperationRunQuery: (_root, args, context) => context.bulk.runQuery(context, String(args.query), args.groupObjects === true),
  bulkOperationCancel: (_root, args, { shop, bulk }) => {
    const operation = bulk.cancel(shop, String(args.id));
    return { bulkOperation: operation, userErrors: operation ? [] : [{ field: ["id"], message: "Bulk operation does not exist" }] };
  },
  webhookSubscriptionCreate: (_root, args, context) => subscribe(args, context),
  webhookSubscriptionDelete: (_root, args, { store, shop }) => {
    const id = parseGid("WebhookSubscription", String(args.id)) ?? 0;
    const deleted = deleteSubscription(store, { shop: shop.domain, id });
    return { deletedWebhookSubscriptionId: deleted ? gid("WebhookSubscription", id) : null, userErrors: deleted ? [] : [{ field: ["id"], message: "Webhook subscription does not exist" }] };
  },
  metafieldsSet: (_root, args, context) => writeMetafields(args, context),
  metafieldsDelete: (_root, args, context) => removeMetafields(args, context),
});

