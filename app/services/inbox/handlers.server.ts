import type { Topic } from "../../domain/inbox/topics";
import { onSubscriptionChanged } from "../billing/billing-events.server";
import { onCollectionChanged, onCollectionDeleted, onInventoryChanged, onInventoryItemChanged, onProductChanged, onProductDeleted } from "../catalogue/catalogue-events.server";
import { onCustomerTagsChanged } from "../customers/customer-tags.server";
import { onDisputeChanged, onReturnChanged } from "../orders/case-events.server";
import { onOrderChanged, onOrderDeleted, onOrderEdited, onRefundCreated } from "../orders/order-events.server";
import { onCustomerRedact, onDataRequest, onShopRedact } from "../privacy/privacy-events.server";
import { onBulkOperationFinished, onScopesChanged, onShopChanged, onUninstalled } from "../shops/shop-events.server";
import type { MirrorHandler, ShopHandler } from "./event-handler";

/** Events for a mirror are dropped when the shop has uninstalled; events about the shop itself are not. */
export type Handling = { of: "mirror"; handle: MirrorHandler } | { of: "shop"; handle: ShopHandler };

const mirror = (handle: MirrorHandler): Handling => ({ of: "mirror", handle });
const shop = (handle: ShopHandler): Handling => ({ of: "shop", handle });

const orderChanged = mirror(onOrderChanged);
const productChanged = mirror(onProductChanged);
const collectionChanged = mirror(onCollectionChanged);
const returnChanged = mirror(onReturnChanged);
const disputeChanged = mirror(onDisputeChanged);
const customerTagsChanged = mirror(onCustomerTagsChanged);

export const handlingOf: Record<Topic, Handling> = {
  "app/uninstalled": shop(onUninstalled),
  "app/scopes_update": mirror(onScopesChanged),
  "shop/update": mirror(onShopChanged),
  "products/create": productChanged,
  "products/update": productChanged,
  "products/delete": mirror(onProductDeleted),
  "collections/create": collectionChanged,
  "collections/update": collectionChanged,
  "collections/delete": mirror(onCollectionDeleted),
  "inventory_levels/update": mirror(onInventoryChanged),
  "inventory_items/update": mirror(onInventoryItemChanged),
  "orders/create": orderChanged,
  "orders/updated": orderChanged,
  "orders/edited": mirror(onOrderEdited),
  "orders/cancelled": orderChanged,
  "orders/delete": mirror(onOrderDeleted),
  "refunds/create": mirror(onRefundCreated),
  "returns/request": returnChanged,
  "returns/approve": returnChanged,
  "returns/decline": returnChanged,
  "returns/cancel": returnChanged,
  "returns/close": returnChanged,
  "returns/reopen": returnChanged,
  "disputes/create": disputeChanged,
  "disputes/update": disputeChanged,
  "customer.tags_added": customerTagsChanged,
  "customer.tags_removed": customerTagsChanged,
  "app_subscriptions/update": mirror(onSubscriptionChanged),
  "app_subscriptions/approaching_capped_amount": mirror(onSubscriptionChanged),
  "bulk_operations/finish": mirror(onBulkOperationFinished),
  "customers/data_request": shop(onDataRequest),
  "customers/redact": shop(onCustomerRedact),
  "shop/redact": shop(onShopRedact),
};
