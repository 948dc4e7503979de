const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "{": "&#123;", "}": "&#125;" };

/** Text as it may stand in HTML that Shopify renders as Liquid: neither markup nor a tag of Liquid's comes of it. */
export function safeText(text: string): string {
  return text.replace(/[&<>"'{}]/g, (character) => ENTITIES[character] ?? "");
}
