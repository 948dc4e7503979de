/**
 * Makes every request to the app's own origin say the language of the page. The browser would send its own, and that of the
 * Shopify admin, which staff choose in their account there, may be another.
 */
export function tellLanguage(language: string): void {
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input;
    if (new URL(url, location.href).origin !== location.origin) return send(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set("Accept-Language", language);
    return send(input, { ...init, headers });
  };
}
