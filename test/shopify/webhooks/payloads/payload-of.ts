import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Order, Shop } from "../../store/model";
import type { ShopEvent } from "../../store/store";
import { subscriptionPayload } from "./billing-payloads";
import { disputePayload, returnPayload } from "./case-payloads";
import { customerPayload } from "./customer-payload";
import { restTime } from "./dates";
import { orderPayload } from "./order-payload";
import { collectionPayload, productPayload } from "./product-payload";
import { refundPayload } from "./refund-payload";
import { shopPayload } from "./shop-payload";

/** The payload of an event as it is at this moment, or null for a topic that carries nothing here. */
export function payloadOf(event: ShopEvent, origin: string): Record<string, unknown> | null {
  const { shop, topic, resourceId, at } = event;
  const detail = event.detail ?? {};
  if (topic.endsWith("/delete")) return { id: resourceId };
  if (topic === "orders/edited") return orderEditedPayload(shop, resourceId, Number(detail.editId));
  if (topic.startsWith("orders/")) return given(shop.orders.get(resourceId), (order) => orderPayload(shop, order));
  if (topic.startsWith("returns/") || topic.startsWith("disputes/")) return given(shop.orders.get(Number(detail.orderId)), (order) => casePayload(shop, order, topic, resourceId));
  if (topic === "refunds/create") return refundCreated(shop, Number(detail.orderId), resourceId);
  if (topic.startsWith("products/")) return given(shop.products.get(resourceId), (product) => productPayload(shop, product, origin));
  if (topic.startsWith("collections/")) return given(shop.collections.get(resourceId), (collection) => collectionPayload(shop, collection));
  if (topic.startsWith("customers/") && !isPrivacy(topic)) return given(shop.customers.get(resourceId), (customer) => customerPayload(shop, customer));
  if (topic.startsWith("app_subscriptions/")) return given(shop.billing.subscriptions.find(({ id }) => id === resourceId), (subscription) => subscriptionPayload(shop, subscription, topic, at));
  switch (topic) {
    case "inventory_levels/update":
      return inventoryPayload(shop, resourceId, Number(detail.variantId), at);
    case "inventory_items/update":
      return inventoryItemPayload(shop, resourceId, Number(detail.variantId), at);
    case "shop/update":
    case "app/uninstalled":
      return shopPayload(shop, at);
    case "app/scopes_update":
      return {
        id: resourceId,
        previous: detail.previous,
        current: shop.installation?.scopes ?? [],
        updated_at: new Date(at).toISOString(),
        previous_optional: [],
        current_optional: [],
      };
    case "bulk_operations/finish":
      return detail;
    case "customer.tags_added":
    case "customer.tags_removed":
      return { customerId: gid("Customer", resourceId), tags: detail.tags, occurredAt: new Date(at).toISOString() };
    case "customers/data_request":
    case "customers/redact":
      return privacyPayload(event);
    case "shop/redact":
      return { shop_id: shop.id, shop_domain: shop.domain };
    default:
      return null;
  }
}

function casePayload(shop: Shop, order: Order, topic: string, id: number): Record<string, unknown> {
  const made = order.returns?.find((known) => known.id === id);
  if (topic.startsWith("returns/") && made) return returnPayload(order, made);
  const dispute = order.disputes?.find((known) => known.id === id);
  if (dispute) return disputePayload(shop, order, dispute);
  throw new Error(`Order ${order.name} has nothing that ${topic} could tell of`);
}

function isPrivacy(topic: string): boolean {
  return topic === "customers/data_request" || topic === "customers/redact";
}

function given<T>(value: T | undefined, build: (value: T) => Record<string, unknown>): Record<string, unknown> | null {
  return value === undefined ? null : build(value);
}

function orderEditedPayload(shop: Shop, orderId: number, editId: number): Record<string, unknown> | null {
  const order = shop.orders.get(orderId);
  const edit = order?.edits.find((known) => known.id === editId);
  if (!order || !edit) return null;
  return {
    order_edit: {
      id: edit.id,
      app_id: edit.appId,
      created_at: restTime(edit.happenedAt, shop.timezone),
      notify_customer: false,
      order_id: order.id,
      reason: "",
      staff_note: "",
      user_id: null,
      line_items: { additions: edit.sales.map((sale) => ({ id: sale.lineId, delta: sale.quantity })), removals: [] },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: order.shippingLines.filter((line) => line.editId === editId).map((line) => ({ id: line.id, delta: 1 })), removals: [] },
    },
  };
}

function refundCreated(shop: Shop, orderId: number, refundId: number): Record<string, unknown> | null {
  const order: Order | undefined = shop.orders.get(orderId);
  const refund = order?.refunds.find((known) => known.id === refundId);
  return order && refund ? refundPayload(shop, order, refund) : null;
}

function inventoryPayload(shop: Shop, inventoryItemId: number, variantId: number, at: number): Record<string, unknown> {
  return {
    inventory_item_id: inventoryItemId,
    location_id: shop.locationId,
    available: shop.variants.get(variantId)?.inventoryQuantity ?? null,
    updated_at: restTime(at, shop.timezone),
    admin_graphql_api_id: `${gid("InventoryLevel", shop.locationId)}?inventory_item_id=${inventoryItemId}`,
  };
}

function inventoryItemPayload(shop: Shop, inventoryItemId: number, variantId: number, at: number): Record<string, unknown> {
  const variant = shop.variants.get(variantId);
  const cost = variant?.cost ?? null;
  return {
    id: inventoryItemId,
    admin_graphql_api_id: gid("InventoryItem", inventoryItemId),
    sku: variant?.sku ?? null,
    cost: cost === null ? null : formatFixed(cost, shop.currency),
    tracked: variant?.tracked ?? true,
    requires_shipping: true,
    country_code_of_origin: null,
    province_code_of_origin: null,
    harmonized_system_code: null,
    country_harmonized_system_codes: [],
    created_at: restTime(shop.createdAt, shop.timezone),
    updated_at: restTime(at, shop.timezone),
  };
}

function privacyPayload({ shop, topic, detail = {}, at }: ShopEvent): Record<string, unknown> {
  const customer = { id: detail.customerId, email: detail.email, phone: null };
  const common = { shop_id: shop.id, shop_domain: shop.domain, customer };
  if (topic === "customers/redact") return { ...common, orders_to_redact: detail.orderIds };
  return { ...common, orders_requested: detail.orderIds, data_request: { id: Math.floor(at / 1000) } };
}
