import type { Shape } from "./shape";
import type { Topic } from "./topics";

const money = { shop_money: { amount: "amount", currency_code: "code" } } as const;

const refund = {
  id: "id",
  order_id: "id",
  created_at: "time",
  processed_at: "time",
  refund_line_items: [{ id: "id", line_item_id: "id", quantity: "count", subtotal: "amount", subtotal_set: money }],
} as const satisfies Shape;

const order = {
  id: "id",
  name: "text",
  checkout_token: "code",
  customer: { id: "id" },
  currency: "code",
  shipping_address: { country_code: "code" },
  billing_address: { country_code: "code" },
  source_name: "code",
  payment_gateway_names: ["text"],
  discount_codes: [{ code: "text" }],
  subtotal_price: "amount",
  total_price: "amount",
  financial_status: "code",
  taxes_included: "flag",
  test: "flag",
  created_at: "time",
  processed_at: "time",
  cancelled_at: "time",
  updated_at: "time",
  line_items: [
    {
      id: "id",
      product_id: "id",
      variant_id: "id",
      title: "text",
      quantity: "count",
      current_quantity: "count",
      price: "amount",
      discount_allocations: [{ amount: "amount" }],
      tax_lines: [{ price: "amount" }],
    },
  ],
  refunds: [refund],
} as const satisfies Shape;

const product = {
  id: "id",
  title: "text",
  handle: "text",
  vendor: "text",
  product_type: "text",
  status: "code",
  tags: "text",
  image: { id: "id", src: "url" },
  images: [{ id: "id", src: "url" }],
  published_at: "time",
  updated_at: "time",
  variants: [
    {
      id: "id",
      title: "text",
      sku: "text",
      position: "count",
      price: "amount",
      compare_at_price: "amount",
      inventory_item_id: "id",
      inventory_quantity: "count",
      inventory_policy: "code",
      inventory_management: "code",
      image_id: "id",
    },
  ],
  variant_gids: [{ admin_graphql_api_id: "gid" }],
} as const satisfies Shape;

const collection = { id: "id", title: "text", handle: "text", updated_at: "time" } as const satisfies Shape;

const shop = {
  id: "id",
  name: "text",
  myshopify_domain: "code",
  currency: "code",
  iana_timezone: "text",
  plan_name: "code",
  plan_display_name: "text",
  updated_at: "time",
} as const satisfies Shape;

/** Which return it is; what it has come to is read anew. */
const orderReturn = { id: "id", admin_graphql_api_id: "gid" } as const satisfies Shape;

const dispute = { id: "id", order_id: "id", status: "code", initiated_at: "time", finalized_on: "time" } as const satisfies Shape;

/** Whose tags changed; which they are now is read anew. */
const customerTags = { customerId: "gid" } as const satisfies Shape;

/** Which subscription it is; how it stands is read anew. */
const subscription = { app_subscription: { admin_graphql_api_id: "gid", status: "code", updated_at: "time" } } as const satisfies Shape;

const edit = { id: "id", delta: "count" } as const satisfies Shape;

/** What of a webhook is stored, topic by topic. Whatever is not named here never reaches the database. */
export const ALLOWED_FIELDS: Record<Topic, Shape> = {
  "app/uninstalled": shop,
  "app/scopes_update": { id: "gid", previous: ["code"], current: ["code"], updated_at: "time" },
  "shop/update": shop,
  "products/create": product,
  "products/update": product,
  "products/delete": { id: "id" },
  "collections/create": collection,
  "collections/update": collection,
  "collections/delete": { id: "id" },
  "inventory_levels/update": { inventory_item_id: "id", location_id: "id", available: "count", updated_at: "time" },
  "inventory_items/update": { id: "id", updated_at: "time" },
  "orders/create": order,
  "orders/updated": order,
  "orders/edited": {
    order_edit: {
      id: "id",
      app_id: "id",
      order_id: "id",
      created_at: "time",
      committed_at: "time",
      line_items: { additions: [edit], removals: [edit] },
    },
  },
  "orders/cancelled": order,
  "orders/delete": { id: "id" },
  "refunds/create": refund,
  "returns/request": orderReturn,
  "returns/approve": orderReturn,
  "returns/decline": orderReturn,
  "returns/cancel": orderReturn,
  "returns/close": orderReturn,
  "returns/reopen": orderReturn,
  "disputes/create": dispute,
  "disputes/update": dispute,
  "customer.tags_added": customerTags,
  "customer.tags_removed": customerTags,
  "app_subscriptions/update": subscription,
  "app_subscriptions/approaching_capped_amount": subscription,
  "bulk_operations/finish": { admin_graphql_api_id: "gid", completed_at: "time", created_at: "time", error_code: "code", status: "code", type: "code" },
  "customers/data_request": { shop_id: "id", shop_domain: "code", orders_requested: ["id"], customer: { id: "id" }, data_request: { id: "id" } },
  "customers/redact": { shop_id: "id", shop_domain: "code", orders_to_redact: ["id"], customer: { id: "id" } },
  "shop/redact": { shop_id: "id", shop_domain: "code" },
};
