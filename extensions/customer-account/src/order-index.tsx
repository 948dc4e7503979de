import type { Api } from "@shopify/ui-extensions/customer-account.order-index.block.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { accountQuestion } from "../../shared/block/account-question";
import { openBlock } from "../../shared/block/open-block";
import { blockSettings } from "../../shared/host/settings";
import { OrderIndex } from "./order-index-view";

declare const shopify: Api;

/** On the list of orders: what may be due again, and the way to everything bought before. */
export default async function orderIndex(): Promise<void> {
  const settings = blockSettings(shopify, "account");
  const block = openBlock(shopify, Promise.resolve(accountQuestion(shopify, "order-index", settings)));
  await block.ready;
  render(<OrderIndex host={shopify} block={block} settings={settings} />, document.body);
}
