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
  const questions = lists.map(compiledList).filter((question) => question !== null);
  return (product) => questions.some((isExcluded) => isExcluded(product));
}

type Question = (product: CatalogueProduct) => boolean;

/** Lists stay the same for many decisions; null for one that is empty. */
const compiled = new WeakMap<StaffExclusions, Question | null>();

function compiledList(list: StaffExclusions): Question | null {
  let known = compiled.get(list);
  if (known === undefined) compiled.set(list, (known = compileList(list)));
  return known;
}

function compileList(list: StaffExclusions): Question | null {
  const productIds = new Set(list.productIds);
  const collectionIds = new Set(list.collectionIds);
  const tags = new Set(list.tags.map(fold));
  if (productIds.size + collectionIds.size + tags.size === 0) return null;
  return (product) =>
    productIds.has(product.id)
    || (collectionIds.size > 0 && product.collectionIds.some((id) => collectionIds.has(id)))
    || (tags.size > 0 && product.tags.some((tag) => tags.has(fold(tag))));
}
