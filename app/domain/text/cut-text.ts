/** The beginning of a text, without half of a pair of units, as of an emoji: neither jsonb nor Shopify takes one. */
export function cutText(text: string, mostUnits: number): string {
  return text.slice(0, mostUnits).replace(/[\ud800-\udbff]$/, "");
}
