import type { OfferContent } from "./offer";

/** What an offer consists of besides its rule, in the order of the editor. */
export const contentFields = [
  "name", "title", "body", "texts", "strategy", "products", "placements", "discount", "quantityLimit", "shippingMinor", "schedule",
] as const satisfies readonly Exclude<keyof OfferContent, "rule">[];
export type ContentField = (typeof contentFields)[number];

/** The fields besides the rule in which two states of an offer differ. What is left out and what is empty is the same. */
export function changedFields(before: OfferContent, after: OfferContent): ContentField[] {
  return contentFields.filter((field) => meaning(before[field]) !== meaning(after[field]));
}

/** The same text for values that mean the same, in whatever order their fields were written. */
function meaning(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(meaning).join()}]`;
  if (typeof value !== "object" || value === null) return value === undefined ? "{}" : JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([field, inner]) => `${field}:${meaning(inner)}`).join()}}`;
}
