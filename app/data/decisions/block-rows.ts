import { z } from "zod";
import type { Amount, Block, BlockProduct, Saving } from "../../domain/placements/contract";

export const VariantRow = z.object({
  variantId: z.int(),
  title: z.string(),
  imageUrl: z.string().nullable(),
  priceMinor: z.int(),
  discountedMinor: z.int(),
  maxQuantity: z.int(),
});

const AmountRow = z.object({ minor: z.int(), currency: z.string(), exponent: z.int() }) satisfies z.ZodType<Amount>;
const SavingRow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("percentage"), percent: z.number() }),
  z.object({ kind: z.literal("fixed"), amount: AmountRow }),
  z.object({ kind: z.literal("freeShipping") }),
]) satisfies z.ZodType<Saving>;

const ProductRow = z.object({
  productId: z.int(),
  title: z.string(),
  imageUrl: z.string().nullable(),
  url: z.string().nullable(),
  variants: z.array(VariantRow),
  reason: z.enum(["boughtTogether", "popular", "dueAgain", "chosen"]),
}) satisfies z.ZodType<BlockProduct>;

const texts = { title: z.string(), body: z.string() };

/** What a block showed, as it was stored. */
export const BlockRow = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("products"), ...texts, offerId: z.string(), offerVersion: z.int(), currency: z.string(), currencyExponent: z.int(),
    products: z.array(ProductRow), saving: SavingRow.nullable(),
  }),
  z.object({ kind: z.literal("coupon"), ...texts, saving: SavingRow, minSubtotal: AmountRow.nullable(), validDays: z.int() }),
  z.object({ kind: z.literal("link"), ...texts, url: z.string(), productCount: z.int() }),
  z.object({ kind: z.literal("thanks"), ...texts }),
]) satisfies z.ZodType<Block>;
