import type { Api } from "@shopify/ui-extensions/customer-account.order-status.block.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { Offer } from "../../shared/block/offer";
import { openBlock } from "../../shared/block/open-block";
import { purchaseQuestion } from "../../shared/block/question";
import { blockSettings } from "../../shared/host/settings";
import { openReorder, orderedItems } from "./open-reorder";
import { Reorder } from "./reorder";
import { texts } from "./texts";

declare const shopify: Api;

/** On an order's page: what goes well with it, and the same once more. */
export default function orderStatus(): void {
  const t = texts(shopify);
  const settings = blockSettings(shopify, "order-status", shopify.appMetafields.value);
  const block = openBlock(shopify, purchaseQuestion(shopify, "order-status", settings, shopify.order.value?.id));
  const reorder = openReorder(shopify);
  const canReorder = shopify.settings.value.hide_reorder !== true && orderedItems(shopify.lines.value).length > 0;
  render(
    <s-stack gap="large">
      <Offer host={shopify} t={t} block={block} settings={settings} />
      {canReorder && <Reorder t={t} reorder={reorder} />}
    </s-stack>,
    document.body,
  );
}
