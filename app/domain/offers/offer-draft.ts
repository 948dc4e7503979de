import { z } from "zod";
import { Rule } from "../rules/condition";
import { ShopperLanguage } from "../placements/shopper-language";
import { OfferStrategy } from "../strategies/strategy";
import type { OfferContent } from "./offer";
import { Placement } from "./placement";

function text(what: string, min: number, max: number) {
  const schema = z.string(`${what} is missing`).trim().max(max, `${what} may have at most ${max} characters`);
  return min > 0 ? schema.min(min, `${what} may not be empty`) : schema;
}

const DiscountSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("percentage"), percent: z.int("Use a whole percentage").min(1, "Use 1 to 100 %").max(100, "Use 1 to 100 %") }),
  z.object({ kind: z.literal("fixed"), amountMinor: z.int("Enter an amount").positive("The discount has to be more than 0") }),
  z.object({ kind: z.literal("freeShipping") }),
]);

const WallClock = z
  .string()
  .refine(isWallClock, "Not a date and time")
  .nullable();

const ScheduleSchema = z
  .object({ startsAt: WallClock, endsAt: WallClock })
  // Both are wall-clock times of one zone in one form, so they compare as text.
  .refine(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt, { path: ["endsAt"], message: "The end has to be after the start" });

const ProductId = z.int().positive();

const ProductSchema = z.object({ productId: ProductId, variantIds: z.array(ProductId).max(250, "Choose at most 250 variants") });

/** As much of an offer as the question needs whether it says what to offer. */
const Picking = z.object({ products: z.array(z.unknown()), strategy: z.object({ kind: z.string() }).optional() });

/** What staff may save as an offer; also what is read back from the database. */
export const OfferContentSchema: z.ZodType<OfferContent> = z.object({
  name: text("The name", 1, 100),
  title: text("The title", 1, 80),
  body: text("The text", 0, 500),
  texts: z.partialRecord(ShopperLanguage, z.object({ title: text("The title", 1, 80), body: text("The text", 0, 500) })).optional(),
  placements: z.array(Placement).min(1, "Choose where the offer appears"),
  products: z
    .array(ProductSchema)
    .max(50, "Choose at most 50 products")
    .refine((products) => new Set(products.map(({ productId }) => productId)).size === products.length, "A product is there twice"),
  strategy: OfferStrategy.optional(),
  discount: DiscountSchema,
  quantityLimit: z.int("Use a whole number").min(1, "Use 1 to 100").max(100, "Use 1 to 100"),
  shippingMinor: z.int("Enter an amount").nonnegative("Shipping may not be negative"),
  schedule: ScheduleSchema,
  rule: Rule,
}).refine(({ products, strategy }) => products.length > 0 || (strategy !== undefined && strategy.kind !== "manual"), {
  path: ["products"],
  message: "Choose at least one product",
  // Said together with what is wrong elsewhere, not after it.
  when: ({ value }) => Picking.safeParse(value).success,
});

/** Messages by field path: "title", "schedule.endsAt", "rule.conditions.0.tags". The first of each field. */
export type DraftErrors = Record<string, string>;

/** Saved form input as content, or what is wrong with it in words for staff. */
export function parseOfferDraft(input: unknown): { ok: true; content: OfferContent } | { ok: false; errors: DraftErrors } {
  const parsed = OfferContentSchema.safeParse(input);
  if (parsed.success) return { ok: true, content: parsed.data };
  const errors: DraftErrors = {};
  for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= issue.message;
  return { ok: false, errors };
}

/** "2026-11-21T09:00", on a day that the calendar has. */
function isWallClock(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)) return false;
  const asUtc = new Date(`${value}:00Z`);
  return !Number.isNaN(asUtc.getTime()) && asUtc.toISOString().startsWith(value);
}
