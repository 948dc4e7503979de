import type { Api } from "@shopify/ui-extensions/customer-account.page.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { openPage } from "./open-page";
import { BuyAgain } from "./page-view";

declare const shopify: Api;

/** The customer account's page "Buy again". */
export default function buyAgain(): void {
  const page = openPage(shopify);
  void page.load();
  render(<BuyAgain host={shopify} page={page} today={new Date().toISOString().slice(0, 10)} />, document.body);
}
