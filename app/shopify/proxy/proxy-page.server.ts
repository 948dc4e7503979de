/** A page in the shop's own layout: Shopify renders it as Liquid (shopify.dev, "Display data on an online store with app proxies"). */
export function proxyPage(content: string, status = 200): Response {
  return new Response(content, {
    status,
    headers: { "Content-Type": "application/liquid; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" },
  });
}

/** On within the shop; only ever a path, so that no other host can be meant. */
export function proxyRedirect(path: string, status: 302 | 303): Response {
  return new Response(null, { status, headers: { Location: path, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } });
}
