import type { Shop } from "../store/model";

/** Turns a shop's real addresses in a text into those of this server; customer accounts have a place of their own. */
export function localAddresses(origin: string, shop: Shop): (text: string) => string {
  const domain = shop.domain.replaceAll(".", "\\.");
  const account = new RegExp(`https://${domain}/account(?=[/?"']|$)`, "g");
  const any = new RegExp(`https://${domain}(?=[/?"']|$)`, "g");
  return (text) => text.replace(account, `${origin}/account/${shop.handle}`).replace(any, `${origin}/shop/${shop.handle}`);
}
