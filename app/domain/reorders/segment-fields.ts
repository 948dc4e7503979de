import { cutText } from "../text/cut-text";

/** The keys of the two customer fields, as segments name them. */
export const reorderFieldKeys = { due: "reorder_due", products: "reorder_products" } as const;

/** What Shopify is told of a customer. */
export interface ReorderFields {
  /** A day as 2026-11-21: from then on the first of the products is due. */
  dueFrom: string;
  /** Titles, those due first first. */
  products: string[];
}

export interface DueDays {
  productId: number;
  /** Days as 2026-11-21, the shop's. */
  dueFrom: string;
  dueUntil: string;
}

/** A list of short texts takes 128; nobody is reminded of so many. */
const mostProducts = 10;
/** A single-line text is cut where Shopify stops reading it. */
const longestTitle = 255;

/**
 * The customer's next reorder as segments see it: the day it begins, and what is due by then, or by `today` where that is
 * later. Null when nothing is due or coming; products that have no title here may not be offered.
 */
export function reorderFields(dues: readonly DueDays[], titles: ReadonlyMap<number, string>, today: string): ReorderFields | null {
  const named = dues
    .flatMap((due) => { const title = titles.get(due.productId); return title === undefined || due.dueUntil < today ? [] : [{ ...due, title }]; })
    .sort((one, other) => (one.dueFrom < other.dueFrom ? -1 : one.dueFrom > other.dueFrom ? 1 : one.productId - other.productId));
  const [first] = named;
  if (!first) return null;
  const by = first.dueFrom > today ? first.dueFrom : today;
  const titlesDue = named.filter(({ dueFrom }) => dueFrom <= by).map(({ title }) => cutText(title, longestTitle));
  return { dueFrom: first.dueFrom, products: [...new Set(titlesDue)].slice(0, mostProducts) };
}

/** What staff paste into Shopify's segment editor: customers for whom something is due. `namespace` as Shopify spells it. */
export function dueSegment(namespace: string): string {
  return `metafields.${namespace}.${reorderFieldKeys.due} <= today`;
}

/** The same for one product, by its title. */
export function productSegment(namespace: string, title: string): string {
  return `${dueSegment(namespace)} AND metafields.${namespace}.${reorderFieldKeys.products} CONTAINS '${title.replaceAll("'", "\\'")}'`;
}
