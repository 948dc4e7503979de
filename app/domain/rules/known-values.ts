import { z } from "zod";

/** Lists of a rule whose values a shop's own data can tell, for staff to choose from. */
export const KnownList = z.enum([
  "tags", "vendors", "productTypes", "variantNames", "customerTags",
  "codes", "gateways", "channels", "countries", "currencies", "markets", "languages",
]);
export type KnownList = z.infer<typeof KnownList>;

/** How many values are suggested at once. */
export const mostSuggested = 50;
