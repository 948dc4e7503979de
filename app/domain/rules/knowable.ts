import type { Placement } from "../offers/placement";
import type { Condition, LeafKind } from "./condition";
import { isGroup } from "./condition";

/**
 * Where a placement has its answer from: what Shopify tells it (`placement`), the mirrored catalogue and orders
 * (`mirror`), the app's own clock, hash and decisions (`app`), or nowhere (`none`): then the condition is always unknown.
 */
export type Source = "placement" | "mirror" | "app" | "none";

/**
 * The post-purchase input holds the order's lines, total, customer id, country and language, and nothing else; the order
 * itself, which has the rest, arrives after the page. The page exists in the online store alone, so its channel is known.
 * The mirror keeps no customers, hence no tags; metafields come only where the extension's settings name them.
 */
const SOURCES: Record<Placement, Record<LeafKind, Source>> = {
  "post-purchase": {
    product: "placement", variant: "placement", variantName: "placement", purchaseType: "placement",
    collection: "mirror", tag: "mirror", vendor: "mirror", productType: "mirror", quantity: "mirror", inventory: "mirror",
    metafield: "none",
    orderValue: "placement", subtotal: "placement", lineCount: "placement", itemCount: "placement", currency: "placement",
    country: "placement", language: "placement", salesChannel: "placement",
    discountCode: "none", discountShare: "none", shippingMethod: "none", gateway: "none", noteAttribute: "none",
    billingCountry: "none", market: "none", utm: "none",
    customerOrderCount: "mirror", firstOrder: "mirror", daysSinceOrder: "mirror", lifetimeSpend: "mirror", pastProduct: "mirror",
    customerTag: "none", loggedIn: "none",
    dateRange: "app", timeOfDay: "app", weekday: "app", randomShare: "app", encounter: "app",
  },
};

/** Where a placement knows from what a kind of condition asks. */
export function sourceOf(kind: LeafKind, placement: Placement): Source {
  return SOURCES[placement][kind];
}

/** Whether a placement can ever know what a kind of condition asks. */
export function isKnowable(kind: LeafKind, placement: Placement): boolean {
  return sourceOf(kind, placement) !== "none";
}

const ABOUT_CUSTOMER: ReadonlySet<LeafKind> = new Set(["customerOrderCount", "firstOrder", "daysSinceOrder", "lifetimeSpend", "pastProduct", "encounter"]);

/** Whether a condition can be told of recognised customers only: for a guest without an id it stays unknown. */
export function needsCustomer(kind: LeafKind): boolean {
  return ABOUT_CUSTOMER.has(kind);
}

/** The kinds in a tree that the placement cannot know, each once. */
export function unknowableKinds(condition: Condition, placement: Placement): LeafKind[] {
  if (isGroup(condition)) return [...new Set(condition.conditions.flatMap((part) => unknowableKinds(part, placement)))];
  return isKnowable(condition.kind, placement) ? [] : [condition.kind];
}
