import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/purchase.thank-you.block.render";
import { render } from "preact";
import { Offer } from "../../shared/block/offer";
import { openBlock } from "../../shared/block/open-block";
import { purchaseQuestion } from "../../shared/block/question";
import { blockSettings } from "../../shared/host/settings";
import { texts } from "./texts";

declare const shopify: Api;

/** What goes well with the order that was just paid. Nothing can be added to it here: a choice leads to a checkout of its own. */
export default async function thankYou(): Promise<void> {
  const settings = blockSettings(shopify, "thank-you", shopify.appMetafields.value);
  const block = openBlock(shopify, purchaseQuestion(shopify, "thank-you", settings, shopify.orderConfirmation.value.order.id));
  await block.ready;
  render(<Offer host={shopify} t={texts(shopify, settings.words)} block={block} settings={settings} />, document.body);
}
