import type { BlockState } from "../contract";
import { localHref } from "./local-href";

const ACCOUNT_PAGES: Readonly<Record<string, string>> = { orders: "/orders", profile: "/profile", settings: "/profile" };

/** Where an extension's address leads on this server; null for one that leads nowhere or to a place within the extension. */
export function accountAddress(url: string, { accountPath, extension, target }: Pick<BlockState, "accountPath" | "extension" | "target">): string | null {
  const account = /^shopify:\/?\/?(?:customer-account|customer_account)\/(.*)$/.exec(url);
  if (account) {
    const [path = "", ...rest] = (account[1] ?? "").split("/");
    if (path === "pages") return `${accountPath}/pages/${rest.join("/")}`;
    const known = ACCOUNT_PAGES[path];
    return known === undefined ? null : `${accountPath}${[known, ...rest].join("/")}`;
  }
  // `extension:` is the extension's own full page; within that page the address is the page's own business.
  const own = /^extension:([^/]*)\/?(.*)$/.exec(url);
  if (own) return target === "customer-account.page.render" ? null : `${accountPath}/pages/${own[1] || extension.handle}/${own[2] ?? ""}`;
  return /^(https?:\/\/|\/)/.test(url) ? localHref(url) : null;
}
