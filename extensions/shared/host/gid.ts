/** The number at the end of Shopify's global id ("gid://shopify/ProductVariant/12"), or null when there is none. */
export function numberOfGid(gid: string): number | null {
  const digits = /\/(\d+)(\?.*)?$/.exec(gid)?.[1];
  return digits === undefined ? null : Number(digits);
}

export function variantGid(variantId: number): string {
  return `gid://shopify/ProductVariant/${variantId}`;
}
