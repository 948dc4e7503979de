import { z } from "zod";
import type { Placement } from "../offers/placement";
import { BlockWords } from "./block-words";
import { ShopperLanguage } from "./shopper-language";

const Heading = z.string().trim().max(80, "A heading may have at most 80 characters");

const Switched = z.object({ enabled: z.boolean().default(true) });

/** How a block looks that Encore's extensions draw. */
const Block = Switched.extend({
  /** Instead of the offer's own title above the products; a language that is not there keeps the usual words. */
  heading: z.partialRecord(ShopperLanguage, Heading).default({}).transform(withoutEmpty),
  words: BlockWords,
  products: z.int("Use a whole number").min(1, "Use 1 to 6").max(6, "Use 1 to 6").default(3),
  layout: z.enum(["list", "grid"]).default("list"),
});
export type BlockSettings = z.infer<typeof Block>;

/** A shop's settings of every placement. `{}` is a whole one, so a placement may join at any time. */
export const PlacementSettings = z.object({
  "post-purchase": Switched.prefault({}),
  checkout: Block.prefault({}),
  "thank-you": Block.prefault({}),
  "order-status": Block.prefault({}),
  account: Block.prefault({}),
  // Drawn by the theme in its own width, below a product.
  "product-page": Block.prefault({ products: 4, layout: "grid" }),
  "e-mail": Switched.prefault({}),
  receipt: Switched.prefault({}),
} satisfies Record<Placement, z.ZodType>);
export type PlacementSettings = z.infer<typeof PlacementSettings>;

export function defaultPlacementSettings(): PlacementSettings {
  return PlacementSettings.parse({});
}

/** The placements that a plan of Shopify's does not have. */
export function isMissingFromPlan(placement: Placement, isPlus: boolean): boolean {
  return placement === "checkout" && !isPlus;
}

/** Messages by field path ("thank-you.products"), the first of each. */
export type SettingsErrors = Record<string, string>;

/** Form input as settings, or what is wrong with it in words for staff. */
export function parsePlacementSettings(input: unknown): { ok: true; settings: PlacementSettings } | { ok: false; errors: SettingsErrors } {
  const parsed = PlacementSettings.safeParse(input);
  if (parsed.success) return { ok: true, settings: parsed.data };
  const errors: SettingsErrors = {};
  for (const { path, message } of parsed.error.issues) errors[path.join(".")] ??= message;
  return { ok: false, errors };
}

function withoutEmpty(heading: Partial<Record<ShopperLanguage, string>>): Partial<Record<ShopperLanguage, string>> {
  return Object.fromEntries(Object.entries(heading).filter(([, text]) => text !== ""));
}
