import type { VNode } from "preact";
import { render } from "preact";
import type { BlockPlacement } from "../../../app/domain/placements/contract";
import type { FrameContent } from "../../../app/domain/preview/contract";
import { CheckoutOffer } from "../../checkout/src/checkout-offer";
import { texts as checkoutTexts } from "../../checkout/src/texts";
import { OrderIndexView } from "../../customer-account/src/order-index-view";
import { texts as accountTexts } from "../../customer-account/src/texts";
import { openReorder } from "../../order-status/src/open-reorder";
import { OrderStatusView } from "../../order-status/src/order-status-view";
import { texts as orderStatusTexts } from "../../order-status/src/texts";
import { Offer } from "../../shared/block/offer";
import type { OpenBlock } from "../../shared/block/open-block";
import type { BlockSettings } from "../../shared/host/settings";
import { texts as thankYouTexts } from "../../thank-you/src/texts";
import { previewBlock } from "./preview-block";
import type { PreviewHost } from "./preview-host";
import { previewHost } from "./preview-host";

type BlockContent = Exclude<FrameContent, { view: "post-purchase" }>;

/** Draws a block by the very view of its extension. What the view is given is made once: it would be drawn for ever otherwise. */
export function drawBlock(place: Element, { view, language, currency, block, settings }: BlockContent): void {
  const host = previewHost({ placement: view, language, currency });
  render(viewOf(view, { host, block: previewBlock(block), settings: { ...settings, isEnabled: true } }), place);
}

interface Given {
  host: PreviewHost;
  block: OpenBlock;
  settings: BlockSettings;
}

function viewOf(view: BlockPlacement, given: Given): VNode {
  switch (view) {
    case "checkout":
      return <CheckoutOffer {...given} t={checkoutTexts(given.host, given.settings.words)} />;
    case "thank-you":
      return <Offer {...given} t={thankYouTexts(given.host, given.settings.words)} />;
    case "order-status":
      return <OrderStatusView {...given} t={orderStatusTexts(given.host, given.settings.words)} reorder={openReorder(given.host)} />;
    case "account":
      return <OrderIndexView {...given} t={accountTexts(given.host, given.settings.words)} />;
  }
}
