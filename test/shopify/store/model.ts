import type { ShopBilling } from "./billing-model";
import type { Discounts, LineDiscount } from "./discounts/model";
import type { AppInstallation, WebhookSubscription } from "./installation-model";
import type { MerchantChoices } from "./merchant";

/**
 * What a shop is made of. Money is integer minor units of the shop's currency; times are epoch milliseconds;
 * ids are the numeric ids of Shopify, unique over all shops of one local Shopify.
 */
export type PlanName = "basic" | "grow" | "advanced" | "plus";
export type ProductStatus = "ACTIVE" | "DRAFT" | "ARCHIVED";
export type InventoryPolicy = "DENY" | "CONTINUE";
export type PaymentMethod = "card" | "wallet";

export interface Variant {
  id: number;
  productId: number;
  title: string;
  sku: string;
  price: number;
  compareAtPrice: number | null;
  inventoryItemId: number;
  inventoryQuantity: number;
  inventoryPolicy: InventoryPolicy;
  tracked: boolean;
  cost: number | null;
  position: number;
  updatedAt: number;
}

export interface Product {
  id: number;
  handle: string;
  title: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  tags: string[];
  status: ProductStatus;
  isGiftCard: boolean;
  optionName: string;
  variants: Variant[];
  createdAt: number;
  updatedAt: number;
}

export interface Collection {
  id: number;
  handle: string;
  title: string;
  productIds: Set<number>;
  updatedAt: number;
}

export interface Customer {
  id: number;
  email: string;
  firstName: string;
  lastName: string;
  locale: string;
  tags: string[];
  ordersCount: number;
  amountSpent: number;
  createdAt: number;
  updatedAt: number;
}

export interface Address {
  firstName: string;
  lastName: string;
  address1: string;
  city: string;
  zip: string;
  countryCode: string;
}

export interface DiscountCode {
  code: string;
  valueType: "percentage" | "fixed_amount";
  /** Per cent, or minor units. */
  value: number;
}

export interface Attribute {
  key: string;
  value: string;
}

export interface CheckoutLine {
  variantId: number;
  quantity: number;
  /** What the buyer chose for the line on the product page. */
  properties?: Attribute[];
  /** The subscription that the line begins. */
  sellingPlanId?: number;
}

/** Ways to buy products again and again ("Every month"), as a subscription app makes them. */
export interface SellingPlanGroup {
  id: number;
  name: string;
  plans: { id: number; name: string }[];
  productIds: number[];
}

export interface Checkout {
  token: string;
  cartToken: string;
  lines: CheckoutLine[];
  email: string;
  customerId: number | null;
  address: Address | null;
  /** Left out: the bill goes where the parcel goes. */
  billingAddress?: Address | null;
  countryCode: string;
  payment: PaymentMethod;
  discountCode: string | null;
  note: string | null;
  customAttributes: Attribute[];
  locale: string;
  sourceName: string;
  orderId: number | null;
  createdAt: number;
  /** What the shop's automatic app discounts gave its lines when they were last asked. */
  automatic?: LineDiscount[];
  /** When it was last priced: codes end. */
  pricedAt?: number;
}

export interface DiscountAllocation {
  kind: "code" | "manual" | "automatic";
  title: string;
  code: string | null;
  valueType: "percentage" | "fixed_amount";
  value: number;
  amount: number;
}

export interface OrderLine {
  id: number;
  productId: number;
  variantId: number;
  title: string;
  variantTitle: string;
  sku: string;
  vendor: string;
  unitPrice: number;
  quantity: number;
  /** The quantity less what was refunded or removed. */
  currentQuantity: number;
  discounts: readonly DiscountAllocation[];
  properties?: Attribute[];
  /** The edit that added the line; 0 for a line of the original order. */
  editId: number;
}

export interface ShippingLine {
  id: number;
  title: string;
  price: number;
  editId: number;
}

/** A sales agreement made after the purchase: which app changed the order, and which lines it added. */
export interface OrderEdit {
  id: number;
  happenedAt: number;
  appId: number | null;
  sales: { id: number; lineId: number; quantity: number }[];
}

export interface RefundLine {
  id: number;
  lineId: number;
  quantity: number;
  subtotal: number;
  tax: number;
  restockType: "RETURN" | "CANCEL" | "NO_RESTOCK";
}

export interface Refund {
  id: number;
  createdAt: number;
  note: string;
  lines: RefundLine[];
  shipping: number;
  amount: number;
  transactionId: number;
}

export interface Transaction {
  id: number;
  kind: "SALE" | "REFUND";
  status: "SUCCESS" | "FAILURE";
  amount: number;
  gateway: string;
  createdAt: number;
}

export type ReturnStatus = "REQUESTED" | "OPEN" | "CLOSED" | "DECLINED" | "CANCELED";

/** Somebody wants to send goods back, whether or not money follows. */
export interface OrderReturn {
  id: number;
  name: string;
  status: ReturnStatus;
  createdAt: number;
  closedAt: number | null;
}

export type DisputeStatus = "NEEDS_RESPONSE" | "UNDER_REVIEW" | "WON" | "LOST" | "ACCEPTED";

/** A buyer questions a payment with their bank. */
export interface Dispute {
  id: number;
  status: DisputeStatus;
  amount: number;
  initiatedAt: number;
  finalizedOn: number | null;
}

export interface Order {
  id: number;
  number: number;
  name: string;
  checkoutToken: string | null;
  cartToken: string | null;
  createdAt: number;
  updatedAt: number;
  cancelledAt: number | null;
  cancelReason: string | null;
  currency: string;
  taxesIncluded: boolean;
  taxRate: number;
  countryCode: string;
  address: Address | null;
  billingAddress?: Address | null;
  customerId: number | null;
  email: string;
  locale: string;
  sourceName: string;
  payment: PaymentMethod;
  note: string | null;
  tags: string[];
  customAttributes: Attribute[];
  discountCodes: DiscountCode[];
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  edits: OrderEdit[];
  refunds: Refund[];
  returns?: OrderReturn[];
  disputes?: Dispute[];
  transactions: Transaction[];
  fulfilled: boolean;
  /** Past its post-purchase hold: changesets are refused with order_released_error. */
  released: boolean;
  appliedChangesets: string[];
}

/** One attempt to take money for an order, so that tests can prove that nobody was charged twice. */
export interface Charge {
  orderId: number;
  reason: "purchase" | "changeset";
  changesetId: string | null;
  amount: number;
  succeeded: boolean;
  at: number;
}

/** What a kind of owner may hold under a namespace and key. */
export interface MetafieldDefinition {
  id: number;
  /** CUSTOMER, PRODUCT, … */
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
}

export interface Metafield {
  id: number;
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: number;
  updatedAt: number;
}

export interface Shop {
  id: number;
  handle: string;
  domain: string;
  name: string;
  email: string;
  currency: string;
  timezone: string;
  countryCode: string;
  locale: string;
  plan: PlanName;
  taxesIncluded: boolean;
  /** Flat rates of delivery. */
  shipping: { domestic: number; abroad: number };
  ownerId: number;
  locationId: number;
  createdAt: number;
  discountCodes: DiscountCode[];
  discounts: Discounts;
  products: Map<number, Product>;
  variants: Map<number, Variant>;
  collections: Map<number, Collection>;
  sellingPlanGroups: Map<number, SellingPlanGroup>;
  customers: Map<number, Customer>;
  checkouts: Map<string, Checkout>;
  orders: Map<number, Order>;
  charges: Charge[];
  metafields: Map<string, Metafield>;
  /** By owner type, namespace and key. */
  metafieldDefinitions: Map<string, MetafieldDefinition>;
  /** A partner's store to try apps on: takes test charges alone. */
  isDevelopment: boolean;
  billing: ShopBilling;
  installation: AppInstallation | null;
  subscriptions: WebhookSubscription[];
  merchant: MerchantChoices;
  /** How many ids of each kind were given out. */
  sequences: Record<string, number>;
}
