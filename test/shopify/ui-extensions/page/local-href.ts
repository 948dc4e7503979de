/** Where a shop's pages lie on this server, noted on the document by the page that has blocks. */
export function noteShop(domain: string, handle: string): void {
  Object.assign(document.documentElement.dataset, { shopDomain: domain, shopHandle: handle });
}

/** A link into the shop at its real address leads to the same page of this server; other links are what they are. */
export function localHref(href: string, { shopDomain, shopHandle }: DOMStringMap = document.documentElement.dataset): string {
  const home = `https://${shopDomain ?? ""}`;
  if (shopDomain === undefined || shopHandle === undefined || !(href === home || href.startsWith(`${home}/`))) return href;
  const path = href.slice(home.length) || "/";
  return path === "/account" || path.startsWith("/account/") ? `/account/${shopHandle}${path.slice("/account".length)}` : `/shop/${shopHandle}${path}`;
}
