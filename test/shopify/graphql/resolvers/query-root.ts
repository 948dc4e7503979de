import { parseGid } from "../../store/ids";
import type { Collection, Customer, Order, Product, Shop, Variant } from "../../store/model";
import { financialStatus } from "../../store/totals";
import { Connection } from "../connection";
import type { Args, FieldTable, GraphqlContext } from "../context";
import { Typed, fields } from "../context";
import type { SearchFields } from "../search-query";
import { compileQuery } from "../search-query";
import type { DisputeSource, ReturnSource } from "./cases";
import { disputesOf, returnsOf, returnStatus } from "./cases";
import { topicEnum } from "./shop";
import { textOf } from "../../input/text-of";

/** Orders that an app without read_all_orders can see. */
const RECENT_MS = 60 * 24 * 3600 * 1000;

const productSearch: SearchFields<Product> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  handle: ({ handle }) => handle,
  vendor: ({ vendor }) => vendor,
  product_type: ({ productType }) => productType,
  tag: ({ tags }) => tags,
  status: ({ status }) => status,
  sku: ({ variants }) => variants.map(({ sku }) => sku),
  created_at: ({ createdAt }) => new Date(createdAt),
  updated_at: ({ updatedAt }) => new Date(updatedAt),
};
const variantSearch: SearchFields<Variant> = {
  id: ({ id }) => id,
  product_id: ({ productId }) => productId,
  sku: ({ sku }) => sku,
  title: ({ title }) => title,
  updated_at: ({ updatedAt }) => new Date(updatedAt),
};
const orderSearch: SearchFields<Order> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  tag: ({ tags }) => tags,
  status: ({ cancelledAt }) => (cancelledAt === null ? ["open", "any", "not_closed"] : ["cancelled", "any"]),
  financial_status: (order) => financialStatus(order),
  customer_id: ({ customerId }) => customerId,
  checkout_token: ({ checkoutToken }) => checkoutToken,
  return_status: (order) => returnStatus(order).toLowerCase(),
  created_at: ({ createdAt }) => new Date(createdAt),
  processed_at: ({ createdAt }) => new Date(createdAt),
  updated_at: ({ updatedAt }) => new Date(updatedAt),
};
const customerSearch: SearchFields<Customer> = {
  id: ({ id }) => id,
  email: ({ email }) => email,
  tag: ({ tags }) => tags,
  updated_at: ({ updatedAt }) => new Date(updatedAt),
};
const disputeSearch: SearchFields<DisputeSource> = {
  id: ({ id }) => id,
  initiated_at: ({ dispute }) => new Date(dispute.initiatedAt),
  status: ({ dispute }) => dispute.status.toLowerCase(),
};
const collectionSearch: SearchFields<Collection> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  handle: ({ handle }) => handle,
  updated_at: ({ updatedAt }) => new Date(updatedAt),
};

/** The sort keys that are more than the id; the second key of every sort is the id. */
const SORTS: Readonly<Record<string, (item: { id: number; createdAt?: number; updatedAt?: number; title?: string }) => number | string>> = {
  CREATED_AT: ({ createdAt }) => createdAt ?? 0,
  PROCESSED_AT: ({ createdAt }) => createdAt ?? 0,
  UPDATED_AT: ({ updatedAt }) => updatedAt ?? 0,
  TITLE: ({ title }) => title ?? "",
};

type Sortable = { id: number; createdAt?: number; updatedAt?: number; title?: string };

function list<Item extends Sortable>(items: Iterable<Item>, args: Args, search: SearchFields<Item>): Connection<Item> {
  const matches = compileQuery(args.query, search);
  const found: Item[] = [];
  for (const item of items) if (matches(item)) found.push(item);
  const sort = SORTS[String(args.sortKey)];
  found.sort((one, other) => (sort ? compare(sort(one), sort(other)) : 0) || one.id - other.id);
  if (args.reverse) found.reverse();
  return new Connection(found, args, ({ id }) => id);
}

function compare(one: number | string, other: number | string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether the app may see an order: any with read_all_orders, otherwise those of the last 60 days. */
function isVisible(order: Order, { scopes, store }: GraphqlContext): boolean {
  return scopes.has("read_all_orders") || order.createdAt >= store.clock.now() - RECENT_MS;
}

function visibleOrders(context: GraphqlContext): Order[] {
  return [...context.shop.orders.values()].filter((order) => isVisible(order, context));
}

function findOrder(context: GraphqlContext, id: unknown): Order | null {
  const order = one("Order", context.shop.orders, id);
  return order && isVisible(order, context) ? order : null;
}

const exact = (count: number) => ({ count, precision: "EXACT" });

function one<Item>(type: string, items: ReadonlyMap<number, Item>, id: unknown): Item | null {
  return items.get(parseGid(type, String(id)) ?? 0) ?? null;
}

function findRefund(context: GraphqlContext, id: number): unknown {
  for (const order of visibleOrders(context)) {
    const refund = order.refunds.find((known) => known.id === id);
    if (refund) return { order, refund };
  }
  return null;
}

function findReturn(context: GraphqlContext, id: unknown): ReturnSource | null {
  const wanted = parseGid("Return", String(id));
  return visibleOrders(context).flatMap(returnsOf).find((source) => source.id === wanted) ?? null;
}

function findDispute({ shop }: GraphqlContext, id: unknown): DisputeSource | null {
  const wanted = parseGid("ShopifyPaymentsDispute", String(id));
  return disputesOf(shop).find((source) => source.id === wanted) ?? null;
}

function findVariantByItem(shop: Shop, id: unknown): Variant | null {
  const wanted = parseGid("InventoryItem", String(id));
  for (const variant of shop.variants.values()) if (variant.inventoryItemId === wanted) return variant;
  return null;
}

/** Any resource by its global id, or null; throws for types that are not kept here. */
function node(id: unknown, context: GraphqlContext): Typed | null {
  const { shop, bulk } = context;
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(String(id))?.[1] ?? "";
  const tables: Record<string, () => unknown> = {
    Product: () => one("Product", shop.products, id),
    ProductVariant: () => one("ProductVariant", shop.variants, id),
    Collection: () => one("Collection", shop.collections, id),
    Customer: () => one("Customer", shop.customers, id),
    Order: () => findOrder(context, id),
    Refund: () => findRefund(context, parseGid("Refund", String(id)) ?? 0),
    Return: () => findReturn(context, id),
    ShopifyPaymentsDispute: () => findDispute(context, id),
    InventoryItem: () => findVariantByItem(shop, id),
    BulkOperation: () => bulk.find(shop, String(id)),
    Shop: () => (parseGid("Shop", String(id)) === shop.id ? shop : null),
    AppInstallation: () => (shop.installation && parseGid("AppInstallation", String(id)) === shop.installation.id ? shop.installation : null),
  };
  const find = tables[type];
  if (!find) throw new Error(`local Shopify does not implement node(${type}) yet`);
  const value = find();
  return value === null ? null : new Typed(type, value);
}

export const queryRoot: FieldTable = fields<unknown>({
  shop: (_root, _args, { shop }) => shop,
  app: (_root, args, { app }) => (args.id === undefined || parseGid("App", textOf(args.id)) === app.id ? app : null),
  appInstallation: (_root, _args, { shop }) => shop.installation,
  currentAppInstallation: (_root, _args, { shop }) => shop.installation,
  publicApiVersions: (_root, _args, { app }) => [{ handle: app.apiVersion, displayName: app.apiVersion, supported: true }],
  node: (_root, args, context) => node(args.id, context),
  nodes: (_root, args, context) => (Array.isArray(args.ids) ? args.ids : []).map((id) => node(id, context)),
  product: (_root, args, { shop }) => one("Product", shop.products, args.id),
  products: (_root, args, { shop }) => list(shop.products.values(), args, productSearch),
  productsCount: (_root, args, { shop }) => exact(list(shop.products.values(), args, productSearch).items.length),
  productVariant: (_root, args, { shop }) => one("ProductVariant", shop.variants, args.id),
  productVariants: (_root, args, { shop }) => list(shop.variants.values(), args, variantSearch),
  collection: (_root, args, { shop }) => one("Collection", shop.collections, args.id),
  collections: (_root, args, { shop }) => list(shop.collections.values(), args, collectionSearch),
  inventoryItem: (_root, args, { shop }) => findVariantByItem(shop, args.id),
  inventoryItems: (_root, args, { shop }) => list(shop.variants.values(), args, variantSearch),
  location: (_root, _args, { shop }) => shop,
  locations: (_root, args, { shop }) => new Connection([shop], args, ({ locationId }) => locationId),
  customer: (_root, args, { shop }) => one("Customer", shop.customers, args.id),
  customers: (_root, args, { shop }) => list(shop.customers.values(), args, customerSearch),
  customersCount: (_root, args, { shop }) => exact(list(shop.customers.values(), args, customerSearch).items.length),
  order: (_root, args, context) => findOrder(context, args.id),
  orders: (_root, args, context) => list(visibleOrders(context), args, orderSearch),
  refund: (_root, args, context) => findRefund(context, parseGid("Refund", String(args.id)) ?? 0),
  return: (_root, args, context) => findReturn(context, args.id),
  dispute: (_root, args, context) => findDispute(context, args.id),
  disputes: (_root, args, { shop }) => list(disputesOf(shop), args, disputeSearch),
  ordersCount: (_root, args, context) => exact(list(visibleOrders(context), args, orderSearch).items.length),
  webhookSubscriptions: (_root, args, { shop }) => {
    const topics = Array.isArray(args.topics) ? args.topics : null;
    const own = shop.subscriptions.filter(({ source, topic }) => source === "api" && (topics === null || topics.includes(topicEnum(topic))));
    return new Connection(own, args, ({ id }) => id);
  },
  webhookSubscription: (_root, args, { shop }) => shop.subscriptions.find(({ source, id }) => source === "api" && id === parseGid("WebhookSubscription", String(args.id))) ?? null,
  bulkOperation: (_root, args, { shop, bulk }) => bulk.find(shop, String(args.id)),
  bulkOperations: (_root, args, { shop, bulk }) => bulk.list(shop, args),
  currentBulkOperation: (_root, args, { shop, bulk }) => bulk.current(shop, textOf(args.type, "QUERY")),
});
