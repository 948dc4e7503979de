/** The last product of a page in a list by a count, products with the same count by id. */
export interface CountCursor {
  count: number;
  productId: number;
}

/** As it stands in addresses. */
export function formatCountCursor({ count, productId }: CountCursor): string {
  return `${String(count)}.${String(productId)}`;
}

/** Null for none, and for what is none: the first page. */
export function parseCountCursor(text: string | null): CountCursor | null {
  const match = /^(\d{1,9})\.(\d{1,15})$/.exec(text ?? "");
  return match ? { count: Number(match[1]), productId: Number(match[2]) } : null;
}
