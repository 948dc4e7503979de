import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/purchase.checkout.block.render";
import { render } from "preact";
import { openBlock } from "../../shared/block/open-block";
import { purchaseQuestion } from "../../shared/block/question";
import { blockSettings } from "../../shared/host/settings";
import { CheckoutOffer } from "./checkout-offer";
import { texts } from "./texts";

declare const shopify: Api;

/** Offers what goes well with the cart, to be added with one click. The checkout goes on whatever happens here. */
export default async function checkout(): Promise<void> {
  const settings = blockSettings(shopify, "checkout", shopify.appMetafields.value);
  const block = openBlock(shopify, purchaseQuestion(shopify, "checkout", settings));
  await block.ready;
  render(<CheckoutOffer host={shopify} t={texts(shopify, settings.words)} block={block} settings={settings} />, document.body);
}
