import { z } from "zod";
import type { CourtesyOffer } from "../courtesy/request";
import type { OfferContent, OfferedProduct } from "../offers/offer";
import { StaffExclusions } from "./staff-exclusions";

const Id = z.int().positive();

/** Staff name the products, in order of preference. */
const Manual = z.object({
  kind: z.literal("manual"),
  products: z.array(z.object({ productId: Id, variantIds: z.array(Id).max(250, "Choose at most 250 variants").default([]) }))
    .min(1, "Choose at least one product").max(50, "Choose at most 50 products")
    .refine((products) => new Set(products.map(({ productId }) => productId)).size === products.length, "A product is there twice"),
});

/** What was bought with the products in the order; below the evidence that is asked for, the cold start. */
const BoughtTogether = z.object({
  kind: z.literal("boughtTogether"),
  /** Asks for more evidence than the policy does; never for less. */
  minOrders: z.int("Use a whole number").min(2, "Use 2 to 1,000").max(1_000, "Use 2 to 1,000").optional(),
  exclude: StaffExclusions.prefault({}),
});

/** The next product up in the family of one in the order. */
const PriceLadder = z.object({
  kind: z.literal("priceLadder"),
  /** How much dearer than what was bought, at most. */
  maxStepPercent: z.int("Use a whole percentage").min(10, "Use 10 to 300 %").max(300, "Use 10 to 300 %").default(100),
  exclude: StaffExclusions.prefault({}),
});

export const DownsellWay = z.enum(["cheaper", "smaller", "betterDiscount"]);
export type DownsellWay = z.infer<typeof DownsellWay>;

/** The answer to a decline: ways are tried in their order. */
const Downsell = z.object({
  kind: z.literal("downsell"),
  /** Whose decline it answers; null for any. */
  ofOfferId: z.uuid("Not an offer").nullable().default(null),
  by: z.array(DownsellWay).min(1, "Choose at least one way").max(3).refine((ways) => new Set(ways).size === ways.length, "A way is there twice"),
  exclude: StaffExclusions.prefault({}),
});

/** What this customer buys again, when it is due. */
const Reorder = z.object({
  kind: z.literal("reorder"),
  /** How long before the range of its due time begins. */
  leadDays: z.int("Use whole days").min(0, "Use 0 to 30 days").max(30, "Use 0 to 30 days").default(3),
});

/** What most orders of late hold. */
const Bestseller = z.object({
  kind: z.literal("bestseller"),
  days: z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)], "Use 7, 30, 90 or 365 days").default(90),
  exclude: StaffExclusions.prefault({}),
});

const CollectionLink = z.object({ kind: z.literal("collectionLink"), collectionId: Id });

/** A code of one customer's own for a later order. */
const Coupon = z.object({
  kind: z.literal("coupon"),
  discount: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("percentage"), percent: z.int("Use a whole percentage").min(1, "Use 1 to 100 %").max(100, "Use 1 to 100 %") }),
    z.object({ kind: z.literal("fixed"), amountMinor: z.int("Enter an amount").positive("The discount has to be more than 0") }),
    z.object({ kind: z.literal("freeShipping") }),
  ], "Choose a discount"),
  validDays: z.int("Use whole days").min(1, "Use 1 to 365 days").max(365, "Use 1 to 365 days"),
  /** Least value of the later order; null for any. */
  minSubtotalMinor: z.int("Enter an amount").positive("Leave it empty for any order").nullable().default(null),
});

/** Say thank you, offer nothing. */
const ThankYouOnly = z.object({ kind: z.literal("thankYouOnly") });

/** How an offer's products are picked. A further kind joins by its schema here, its file, and a case in `candidatesOf`. */
export const OfferStrategy = z.discriminatedUnion("kind", [
  Manual, BoughtTogether, PriceLadder, Downsell, Reorder, Bestseller, CollectionLink, Coupon, ThankYouOnly,
]);
export type OfferStrategy = z.infer<typeof OfferStrategy>;
export type StrategyOf<Kind extends OfferStrategy["kind"]> = Extract<OfferStrategy, { kind: Kind }>;

/** The strategy of an offer that names its products. */
export function manualStrategy(products: readonly OfferedProduct[]): StrategyOf<"manual"> {
  return { kind: "manual", products: products.map(({ productId, variantIds }) => ({ productId, variantIds: [...variantIds] })) };
}

/** Lives as long as the list; every decision asks for it several times. */
const ofProducts = new WeakMap<readonly OfferedProduct[], StrategyOf<"manual">>();

/** How an offer's products are picked; where staff name them, they are the content's own. */
export function strategyOf({ strategy, products }: Pick<OfferContent, "strategy" | "products">): OfferStrategy {
  if (strategy !== undefined && strategy.kind !== "manual") return strategy;
  let named = ofProducts.get(products);
  if (!named) ofProducts.set(products, (named = manualStrategy(products)));
  return named;
}

/** What courtesy has to know of an offer: personal is what looks at what this customer bought before. */
export function courtesyOfferOf(offerId: string, { kind }: OfferStrategy): CourtesyOffer {
  return { offerId, isPersonal: kind === "reorder", isDownsell: kind === "downsell" };
}
