import { z } from "zod";
import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";

const ids = (what: string) => z.array(z.int().positive()).max(250, `At most 250 ${what}`).default([]);

/** Products that staff never want offered: by themselves, by collection, by tag. */
export const StaffExclusions = z.object({
  productIds: ids("products"),
  collectionIds: ids("collections"),
  tags: z.array(z.string().trim().min(1, "May not be empty").max(255, "At most 255 characters")).max(250, "At most 250 tags").default([]),
});
export type StaffExclusions = z.infer<typeof StaffExclusions>;

/** Joins lists of exclusions (the shop's and a strategy's) into one question; tags compare without regard to case. */
export function compileExclusions(lists: readonly StaffExclusions[]): (product: CatalogueProduct) => boolean {
  const productIds = new Set(lists.flatMap((list) => list.productIds));
  const collectionIds = new Set(lists.flatMap((list) => list.collectionIds));
  const tags = new Set(lists.flatMap((list) => list.tags.map(fold)));
  return (product) =>
    productIds.has(product.id)
    || (collectionIds.size > 0 && product.collectionIds.some((id) => collectionIds.has(id)))
    || (tags.size > 0 && product.tags.some((tag) => tags.has(fold(tag))));
}
