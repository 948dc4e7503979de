import type { Placement } from "../offers/placement";
import type { Condition, LeafKind } from "./condition";
import { isGroup } from "./condition";

/**
 * Where a placement has its answer from: what Shopify tells it (`placement`), the mirrored catalogue and orders
 * (`mirror`), the app's own clock, hash and decisions (`app`), or nowhere (`none`): then the condition is always unknown.
 */
export type Source = "placement" | "mirror" | "app" | "none";

/** What is the same wherever an offer appears: the app's own clock, hash and decisions, and a customer's tags and past in the mirror. */
const EVERYWHERE = {
  customerOrderCount: "mirror", firstOrder: "mirror", daysSinceOrder: "mirror", lifetimeSpend: "mirror", pastProduct: "mirror",
  customerTag: "mirror",
  inventory: "mirror", dateRange: "app", timeOfDay: "app", weekday: "app", randomShare: "app", encounter: "app",
} as const satisfies Partial<Record<LeafKind, Source>>;

/** Of lines that the placement tells, by id; the rest of their products is in the mirrored catalogue. */
const TOLD_LINES = {
  product: "placement", variant: "placement", collection: "mirror", tag: "mirror", vendor: "mirror", productType: "mirror", quantity: "mirror",
  orderValue: "placement", subtotal: "placement", lineCount: "placement", itemCount: "placement",
} as const satisfies Partial<Record<LeafKind, Source>>;

const NO_ORDER = {
  product: "none", variant: "none", variantName: "none", purchaseType: "none", collection: "none", tag: "none", vendor: "none", productType: "none",
  quantity: "none", metafield: "none", orderValue: "none", subtotal: "none", lineCount: "none", itemCount: "none", salesChannel: "none",
  discountCode: "none", discountShare: "none", shippingMethod: "none", gateway: "none", noteAttribute: "none", billingCountry: "none", currency: "none",
} as const satisfies Partial<Record<LeafKind, Source>>;

/** After the purchase: what the page tells, and from the mirrored order what that has; until it is there, this stays unknown. */
const PLACED_ORDER = {
  ...EVERYWHERE, ...TOLD_LINES,
  currency: "placement", country: "placement", language: "placement", loggedIn: "placement", market: "placement", discountCode: "placement",
  salesChannel: "mirror", discountShare: "mirror", gateway: "mirror",
  variantName: "none", purchaseType: "none", metafield: "none", shippingMethod: "none", noteAttribute: "none", billingCountry: "none", utm: "none",
} as const satisfies Record<LeafKind, Source>;

/** Made by the admin or Shopify's own mailer for an order that the mirror holds; nobody is there to tell more. */
const MIRRORED_ORDER = {
  ...PLACED_ORDER,
  product: "mirror", variant: "mirror", orderValue: "mirror", subtotal: "mirror", lineCount: "mirror", itemCount: "mirror", discountCode: "mirror",
  currency: "mirror", country: "mirror", language: "none", loggedIn: "none", market: "none",
} as const satisfies Record<LeafKind, Source>;

const SOURCES: Record<Placement, Record<LeafKind, Source>> = {
  /**
   * The post-purchase input holds the order's lines, total, customer id, country and language, and nothing else; the
   * order itself, which has the rest, arrives after the page. The page exists in the online store alone, so its channel
   * is known. Metafields come only where the extension's settings name them.
   */
  "post-purchase": {
    ...EVERYWHERE, ...TOLD_LINES,
    variantName: "placement", purchaseType: "placement", currency: "placement", country: "placement", language: "placement", salesChannel: "placement",
    metafield: "none", discountCode: "none", discountShare: "none", shippingMethod: "none", gateway: "none", noteAttribute: "none",
    billingCountry: "none", market: "none", utm: "none", loggedIn: "none",
  },
  /** The cart as it stands, its codes and the shopper's market where the block tells them; what paying brings is not there yet. */
  checkout: {
    ...EVERYWHERE, ...TOLD_LINES,
    currency: "placement", country: "placement", language: "placement", loggedIn: "placement", market: "placement", discountCode: "placement", salesChannel: "placement",
    discountShare: "none", variantName: "none", purchaseType: "none", metafield: "none", shippingMethod: "none", gateway: "none", noteAttribute: "none",
    billingCountry: "none", utm: "none",
  },
  "thank-you": PLACED_ORDER,
  "order-status": PLACED_ORDER,
  /** A customer who is logged in, and no order in hand. */
  account: { ...EVERYWHERE, ...NO_ORDER, language: "placement", loggedIn: "placement", country: "placement", market: "placement", utm: "none" },
  /** A page for everybody, made before anyone is known. */
  "product-page": {
    ...EVERYWHERE, ...NO_ORDER, customerOrderCount: "none", firstOrder: "none", daysSinceOrder: "none", lifetimeSpend: "none", pastProduct: "none",
    customerTag: "none", encounter: "none", randomShare: "none", currency: "placement", language: "placement", country: "placement", market: "placement", loggedIn: "none", utm: "none",
  },
  "e-mail": MIRRORED_ORDER,
  receipt: MIRRORED_ORDER,
};

/** What is asked of an order in hand: unknown where there is none. */
const ABOUT_ORDER: ReadonlySet<LeafKind> = new Set(Object.keys(NO_ORDER) as (keyof typeof NO_ORDER)[]);

export function isAboutOrder(kind: LeafKind): boolean {
  return ABOUT_ORDER.has(kind);
}

/** Where a placement knows from what a kind of condition asks. */
export function sourceOf(kind: LeafKind, placement: Placement): Source {
  return SOURCES[placement][kind];
}

/** Whether a placement can ever know what a kind of condition asks. */
export function isKnowable(kind: LeafKind, placement: Placement): boolean {
  return sourceOf(kind, placement) !== "none";
}

const ABOUT_CUSTOMER: ReadonlySet<LeafKind> = new Set(["customerOrderCount", "firstOrder", "daysSinceOrder", "lifetimeSpend", "pastProduct", "customerTag", "encounter"]);

/** Whether a condition can be told of recognised customers only: for a guest without an id it stays unknown. */
export function needsCustomer(kind: LeafKind): boolean {
  return ABOUT_CUSTOMER.has(kind);
}

/** The kinds in a tree that the placement cannot know, each once. */
export function unknowableKinds(condition: Condition, placement: Placement): LeafKind[] {
  if (isGroup(condition)) return [...new Set(condition.conditions.flatMap((part) => unknowableKinds(part, placement)))];
  return isKnowable(condition.kind, placement) ? [] : [condition.kind];
}
