import type { GroupKind, LeafKind, MatchKind } from "./rule-form";

/** How each kind of condition reads in the builder: "Products in the order · include any of · …". */
export const conditionLabels: Record<LeafKind, string> = {
  product: "Products in the order",
  variant: "Variants in the order",
  collection: "Collections in the order",
  tag: "Product tags in the order",
  vendor: "Vendors in the order",
  productType: "Product types in the order",
  orderValue: "Order value",
  itemCount: "Number of items",
  customerOrderCount: "Customer’s earlier orders",
  country: "Shipping country",
  currency: "Order currency",
  discountCode: "Discount code",
};

export const conditionSections: { title: string; kinds: LeafKind[] }[] = [
  { title: "What was bought", kinds: ["product", "variant", "collection", "tag", "vendor", "productType"] },
  { title: "The order", kinds: ["orderValue", "itemCount", "discountCode", "currency"] },
  { title: "The customer", kinds: ["customerOrderCount", "country"] },
];

const listMatches: { value: MatchKind; label: string }[] = [
  { value: "any", label: "include any of" },
  { value: "all", label: "include all of" },
  { value: "none", label: "include none of" },
];
const singleMatches: { value: MatchKind; label: string }[] = [
  { value: "any", label: "is one of" },
  { value: "none", label: "is none of" },
];

/** How a list may relate to the order, or null for conditions about a number. */
export function matchOptions(kind: LeafKind): { value: MatchKind; label: string }[] | null {
  switch (kind) {
    case "product":
    case "variant":
    case "collection":
    case "tag":
    case "vendor":
    case "productType":
      return listMatches;
    case "country":
    case "currency":
    case "discountCode":
      return singleMatches;
    case "orderValue":
    case "itemCount":
    case "customerOrderCount":
      return null;
  }
}

export const groupOptions: { value: GroupKind; label: string }[] = [
  { value: "all", label: "all of these are true" },
  { value: "any", label: "any of these is true" },
  { value: "none", label: "none of these is true" },
];
