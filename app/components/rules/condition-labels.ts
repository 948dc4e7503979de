import type { LeafKind, MatchKind } from "./leaf-form";
import type { GroupKind } from "./rule-form";

/** How each kind of condition reads in the builder: "Products in the order · include any of · …". */
export const conditionLabels: Record<LeafKind, string> = {
  product: "Products in the order",
  variant: "Variants in the order",
  variantName: "Variant names in the order",
  collection: "Collections in the order",
  tag: "Product tags in the order",
  vendor: "Vendors in the order",
  productType: "Product types in the order",
  metafield: "Product metafield in the order",
  quantity: "Quantity of chosen items",
  purchaseType: "Subscription or one-time",
  inventory: "Stock of products",
  orderValue: "Order value",
  subtotal: "Value of the items",
  lineCount: "Number of lines",
  itemCount: "Number of items",
  discountCode: "Discount code",
  discountShare: "Discount in percent",
  shippingMethod: "Shipping method",
  gateway: "Payment gateway",
  salesChannel: "Sales channel",
  noteAttribute: "Note attribute",
  currency: "Order currency",
  customerTag: "Customer tags",
  customerOrderCount: "Customer’s earlier orders",
  firstOrder: "First order",
  daysSinceOrder: "Days since the last order",
  lifetimeSpend: "Customer’s spending before",
  pastProduct: "Products bought before",
  loggedIn: "Logged in",
  language: "Language",
  country: "Shipping country",
  billingCountry: "Billing country",
  market: "Market",
  utm: "Campaign (UTM)",
  dateRange: "Date",
  timeOfDay: "Time of day",
  weekday: "Day of the week",
  randomShare: "Random share of customers",
  encounter: "Earlier offers",
};

export const conditionSections: { title: string; kinds: LeafKind[] }[] = [
  { title: "What was bought", kinds: ["product", "variant", "variantName", "collection", "tag", "vendor", "productType", "metafield", "quantity", "purchaseType"] },
  { title: "The order", kinds: ["orderValue", "subtotal", "itemCount", "lineCount", "discountCode", "discountShare", "shippingMethod", "gateway", "salesChannel", "noteAttribute"] },
  { title: "The customer", kinds: ["customerOrderCount", "firstOrder", "daysSinceOrder", "lifetimeSpend", "pastProduct", "customerTag", "loggedIn", "language"] },
  { title: "Where", kinds: ["country", "billingCountry", "market", "currency"] },
  { title: "When and how they came", kinds: ["dateRange", "timeOfDay", "weekday", "utm"] },
  { title: "Offers and stock", kinds: ["encounter", "inventory", "randomShare"] },
];

type MatchOption = { value: MatchKind; label: string };

const listMatches: MatchOption[] = [
  { value: "any", label: "include any of" },
  { value: "all", label: "include all of" },
  { value: "none", label: "include none of" },
  { value: "only", label: "are nothing but" },
];
const singleMatches: MatchOption[] = [
  { value: "any", label: "is one of" },
  { value: "none", label: "is none of" },
];
const partMatches: MatchOption[] = [
  { value: "any", label: "any of them" },
  { value: "all", label: "all of them" },
  { value: "none", label: "none of them" },
];
const purchaseMatches: MatchOption[] = [
  { value: "any", label: "include" },
  { value: "none", label: "don’t include" },
  { value: "only", label: "are nothing but" },
];
const encounterMatches: MatchOption[] = [
  { value: "any", label: "The customer has" },
  { value: "none", label: "The customer has not" },
];

/** How a list may relate to the order, or null for conditions about a number or a single answer. */
export function matchOptions(kind: LeafKind): MatchOption[] | null {
  switch (kind) {
    case "product":
    case "variant":
    case "variantName":
    case "collection":
    case "tag":
    case "vendor":
    case "productType":
    case "metafield":
    case "customerTag":
      return listMatches;
    case "country":
    case "billingCountry":
    case "market":
    case "currency":
    case "discountCode":
    case "shippingMethod":
    case "gateway":
    case "salesChannel":
    case "noteAttribute":
    case "language":
    case "utm":
      return singleMatches;
    case "inventory":
    case "pastProduct":
      return partMatches;
    case "purchaseType":
      return purchaseMatches;
    case "encounter":
      return encounterMatches;
    case "quantity":
    case "orderValue":
    case "subtotal":
    case "lineCount":
    case "itemCount":
    case "discountShare":
    case "customerOrderCount":
    case "firstOrder":
    case "daysSinceOrder":
    case "lifetimeSpend":
    case "loggedIn":
    case "dateRange":
    case "timeOfDay":
    case "weekday":
    case "randomShare":
      return null;
  }
}

export const groupOptions: { value: GroupKind; label: string }[] = [
  { value: "all", label: "all of these are true" },
  { value: "any", label: "any of these is true" },
  { value: "none", label: "none of these is true" },
];
