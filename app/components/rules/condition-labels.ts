import type { TFunction } from "i18next";
import type { LeafKind, MatchKind } from "./leaf-form";
import type { GroupKind } from "./rule-form";

/** Which kinds there are to choose from, as staff look for them; their names are `rules:condition.…`. */
export const conditionSections = [
  { section: "bought", kinds: ["product", "variant", "variantName", "collection", "tag", "vendor", "productType", "metafield", "quantity", "purchaseType"] },
  { section: "order", kinds: ["orderValue", "subtotal", "itemCount", "lineCount", "discountCode", "discountShare", "shippingMethod", "gateway", "salesChannel", "noteAttribute"] },
  { section: "customer", kinds: ["customerOrderCount", "firstOrder", "daysSinceOrder", "lifetimeSpend", "pastProduct", "customerTag", "loggedIn", "language"] },
  { section: "where", kinds: ["country", "billingCountry", "market", "currency"] },
  { section: "when", kinds: ["dateRange", "timeOfDay", "weekday", "utm"] },
  { section: "offers", kinds: ["encounter", "inventory", "randomShare"] },
] as const satisfies readonly { section: string; kinds: readonly LeafKind[] }[];

/** How a list may relate to the order, by the words that fit it. */
const matches = {
  list: ["any", "all", "none", "only"],
  single: ["any", "none"],
  part: ["any", "all", "none"],
  purchase: ["any", "none", "only"],
  encounter: ["any", "none"],
} as const;

type MatchOption = { value: MatchKind; label: string };

/** How a list may relate to the order, or null for conditions about a number or a single answer. */
export function matchOptions(t: TFunction, kind: LeafKind): MatchOption[] | null {
  const words = matchWords(kind);
  switch (words) {
    case null: return null;
    case "list": return matches.list.map((value) => ({ value, label: t(`rules:match.list.${value}`) }));
    case "single": return matches.single.map((value) => ({ value, label: t(`rules:match.single.${value}`) }));
    case "part": return matches.part.map((value) => ({ value, label: t(`rules:match.part.${value}`) }));
    case "purchase": return matches.purchase.map((value) => ({ value, label: t(`rules:match.purchase.${value}`) }));
    case "encounter": return matches.encounter.map((value) => ({ value, label: t(`rules:match.encounter.${value}`) }));
  }
}

function matchWords(kind: LeafKind): keyof typeof matches | null {
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
      return "list";
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
      return "single";
    case "inventory":
    case "pastProduct":
      return "part";
    case "purchaseType":
      return "purchase";
    case "encounter":
      return "encounter";
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

/** How the conditions of a group combine. */
export function groupOptions(t: TFunction): { value: GroupKind; label: string }[] {
  return (["all", "any", "none"] as const).map((value) => ({ value, label: t(`rules:group.${value}`) }));
}
