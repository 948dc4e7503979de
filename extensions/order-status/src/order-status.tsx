import type { Api } from "@shopify/ui-extensions/customer-account.order-status.block.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { openBlock } from "../../shared/block/open-block";
import { purchaseQuestion } from "../../shared/block/question";
import { blockSettings } from "../../shared/host/settings";
import { openReorder, orderedItems } from "./open-reorder";
import { OrderStatusView } from "./order-status-view";
import { texts } from "./texts";

declare const shopify: Api;

/** On an order's page: what goes well with it, and the same once more. */
export default async function orderStatus(): Promise<void> {
  const settings = blockSettings(shopify, "order-status", shopify.appMetafields.value);
  const block = openBlock(shopify, purchaseQuestion(shopify, "order-status", settings, shopify.order.value?.id));
  const canReorder = shopify.settings.value.hide_reorder !== true && orderedItems(shopify.lines.value).length > 0;
  await block.ready;
  render(
    <OrderStatusView host={shopify} t={texts(shopify, settings.words)} block={block} settings={settings} reorder={canReorder ? openReorder(shopify) : null} />,
    document.body,
  );
}
