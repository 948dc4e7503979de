import { z } from "zod";

/** How a list of wanted things relates to what the order holds. */
const Match = z.enum(["any", "all", "none"]);
const ids = z.array(z.int().positive()).min(1).max(250);
const texts = z.array(z.string().trim().min(1).max(255)).min(1).max(250);

const Product = z.object({ kind: z.literal("product"), match: Match, productIds: ids });
const Variant = z.object({ kind: z.literal("variant"), match: Match, variantIds: ids });
const Collection = z.object({ kind: z.literal("collection"), match: Match, collectionIds: ids });
const Tag = z.object({ kind: z.literal("tag"), match: Match, tags: texts });
const Vendor = z.object({ kind: z.literal("vendor"), match: Match, vendors: texts });
const ProductType = z.object({ kind: z.literal("productType"), match: Match, productTypes: texts });

const range = { min: z.int().nonnegative().optional(), max: z.int().nonnegative().optional() };
/** Limits are inclusive; amounts are minor units of `currency`, and an order in another currency is unknown. */
const OrderValue = z.object({
  kind: z.literal("orderValue"),
  currency: z.string().length(3),
  minMinor: range.min,
  maxMinor: range.max,
});
const ItemCount = z.object({ kind: z.literal("itemCount"), ...range });
/** Orders before this one. */
const OrderCount = z.object({ kind: z.literal("customerOrderCount"), ...range });
const Country = z.object({
  kind: z.literal("country"),
  match: z.enum(["any", "none"]),
  countryCodes: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1).max(250),
});
const Currency = z.object({
  kind: z.literal("currency"),
  match: z.enum(["any", "none"]),
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/)).min(1).max(180),
});
/** An empty list means any code at all. */
const DiscountCode = z.object({
  kind: z.literal("discountCode"),
  match: z.enum(["any", "none"]),
  codes: z.array(z.string().trim().min(1).max(255)).max(250),
});

export const LeafCondition = z.discriminatedUnion("kind", [
  Product, Variant, Collection, Tag, Vendor, ProductType,
  OrderValue, ItemCount, OrderCount, Country, Currency, DiscountCode,
]);
export type LeafCondition = z.infer<typeof LeafCondition>;

/** `all` and `none` of nothing are met, `any` of nothing is not. */
export interface ConditionGroup {
  kind: "all" | "any" | "none";
  conditions: Condition[];
}
export type Condition = LeafCondition | ConditionGroup;
