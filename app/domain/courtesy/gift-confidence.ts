import { z } from "zod";

/**
 * How sure it is that an order is a gift: `certain` when the shopper said so (gift attribute or wrap), `likely` by a
 * gift note or another name on the parcel than on the bill, `possible` when only the customer's habit speaks for it.
 */
export const GiftConfidence = z.enum(["possible", "likely", "certain"]);
export type GiftConfidence = z.infer<typeof GiftConfidence>;

/** Whether a confidence reaches a threshold; nothing reaches `null`. */
export function isGiftAt(confidence: GiftConfidence | null, threshold: GiftConfidence | null): boolean {
  if (confidence === null || threshold === null) return false;
  return GiftConfidence.options.indexOf(confidence) >= GiftConfidence.options.indexOf(threshold);
}
