/** Where links may lead: the shop's own storefront, by path. A path cannot name another host. */
const OWN = /^\/(?:(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:cart|products|collections|pages|checkouts?|account)(?:\/[\w%.,:~-]+)*\/?)?(?:\?[\w%.,:~&=+\-[\]]*)?$/i;

/**
 * The path, with its query, of an address on one of the shop's own hosts; null for everything else: other hosts, other
 * schemes, credentials, backslashes, control characters, doubled slashes, climbing dots.
 */
export function ownPath(address: string, hosts: readonly string[]): string | null {
  if (address.length > 4_000 || /[^\x21-\x7e]|\\/.test(address)) return null;
  let path = address;
  if (!address.startsWith("/")) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || url.protocol !== "https:" || url.username !== "" || url.password !== "" || url.port !== "" || !hosts.includes(url.hostname)) return null;
    path = `${url.pathname}${url.search}`;
  }
  const [way = ""] = path.split("?");
  if (/\/\/|(?:^|\/)\.{1,2}(?:\/|$)|%2e|%2f|%5c/i.test(way) || /%[01]|%7f/i.test(path)) return null;
  return OWN.test(path) ? path : null;
}
