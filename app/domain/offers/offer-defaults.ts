import { z } from "zod";
import { Placement } from "./placement";

/** What a new offer begins with; staff change it for each. `{}` is a whole one. */
export const OfferDefaults = z.object({
  /** Whole percent; 0 for no discount. */
  percent: z.int().min(0).max(90).default(15),
  placements: z.array(Placement).min(1).max(8).default(["post-purchase"]).transform((list) => [...new Set(list)]),
  /** Units a shopper may add. */
  quantityLimit: z.int().min(1).max(100).default(1),
});
export type OfferDefaults = z.infer<typeof OfferDefaults>;
