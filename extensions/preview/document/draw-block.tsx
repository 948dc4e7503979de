import { render } from "preact";
import type { FrameContent } from "../../../app/domain/preview/contract";
import { CheckoutOffer } from "../../checkout/src/checkout-offer";
import { texts as checkoutTexts } from "../../checkout/src/texts";
import { OrderIndexView } from "../../customer-account/src/order-index-view";
import { texts as accountTexts } from "../../customer-account/src/texts";
import { openReorder } from "../../order-status/src/open-reorder";
import { OrderStatusView } from "../../order-status/src/order-status-view";
import { texts as orderStatusTexts } from "../../order-status/src/texts";
import { Offer } from "../../shared/block/offer";
import { texts as thankYouTexts } from "../../thank-you/src/texts";
import { previewBlock } from "./preview-block";
import { previewHost } from "./preview-host";

type BlockContent = Exclude<FrameContent, { view: "post-purchase" }>;

/** Draws a block by the very view of its extension. */
export function drawBlock(place: Element, content: BlockContent): void {
  render(<View {...content} />, place);
}

function View({ view, language, currency, block, settings: { heading, products, layout } }: BlockContent) {
  const host = previewHost({ placement: view, language, currency });
  const common = { host, block: previewBlock(block), settings: { isEnabled: true, heading, products, layout } };
  switch (view) {
    case "checkout":
      return <CheckoutOffer {...common} t={checkoutTexts(host)} />;
    case "thank-you":
      return <Offer {...common} t={thankYouTexts(host)} />;
    case "order-status":
      return <OrderStatusView {...common} t={orderStatusTexts(host)} reorder={openReorder(host)} />;
    case "account":
      return <OrderIndexView {...common} t={accountTexts(host)} />;
  }
}
