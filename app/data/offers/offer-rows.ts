import { z } from "zod";
import type { Offer, OfferContent } from "../../domain/offers/offer";
import { OfferContentSchema } from "../../domain/offers/offer-draft";

export const OfferStatusColumn = z.enum(["draft", "active", "paused", "archived"]);

const OfferRow = z.object({
  id: z.string(),
  status: OfferStatusColumn,
  priority: z.number(),
  version: z.number(),
  content: OfferContentSchema,
});

/** A joined row of offers and offer_versions; throws when stored content does not fit the schema, which is a bug. */
export function parseOfferRow(row: unknown): Offer {
  return OfferRow.parse(row);
}

export function parseContent(content: unknown): OfferContent {
  return OfferContentSchema.parse(content);
}
