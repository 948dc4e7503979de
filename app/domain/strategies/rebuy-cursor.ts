/** The last product of a page in the list of what is bought again. */
export interface RebuyCursor {
  repeats: number;
  productId: number;
}

/** As it stands in addresses. */
export function formatRebuyCursor({ repeats, productId }: RebuyCursor): string {
  return `${String(repeats)}.${String(productId)}`;
}

/** Null for none, and for what is none: the first page. */
export function parseRebuyCursor(text: string | null): RebuyCursor | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text ?? "");
  return match ? { repeats: Number(match[1]), productId: Number(match[2]) } : null;
}
