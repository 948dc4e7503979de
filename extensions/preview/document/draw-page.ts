/* eslint-disable @typescript-eslint/no-floating-promises -- The tree is in the same document; no update is waited for. */
import type { RemoteChannel } from "@remote-ui/core";
import { createRemoteReceiver, createRemoteRoot } from "@remote-ui/core";
import type { Components } from "@shopify/post-purchase-ui-extensions";
import type { PresentedOffer } from "../../../app/domain/decisions/contract";
import type { ShopperLanguage } from "../../../app/domain/placements/shopper-language";
import type { PageEvent, PageState } from "../../post-purchase/src/page-state";
import { nextPage, openPage } from "../../post-purchase/src/page-state";
import type { Quote } from "../../post-purchase/src/quote";
import { textsFor } from "../../post-purchase/src/texts/texts";
import { buildPage } from "../../post-purchase/src/view/page";
import type { Root } from "../../post-purchase/src/view/part";
import { COMPONENT_PROPS } from "../post-purchase/component-props";
import { renderTree } from "../post-purchase/render-tree";

/** Draws the post-purchase page by the extension's own view; variant and quantity can be chosen, and nothing is bought. */
export function drawPage(place: HTMLElement, offer: PresentedOffer, language: ShopperLanguage): void {
  const [variant] = offer.variants;
  if (!variant) return;
  const root = remoteRoot(place);
  let state = quoted(openPage(offer, variant));
  const choose = (event: PageEvent) => {
    const next = nextPage(state, event);
    state = next === state ? state : quoted(next);
    show(state);
  };
  const nothing = () => undefined;
  const show = buildPage(root, state, textsFor(language), language, {
    chooseVariant: (variantId) => choose({ type: "variantChosen", variantId }),
    chooseQuantity: (quantity) => choose({ type: "quantityChosen", quantity }),
    accept: nothing,
    decline: nothing,
    leave: nothing,
  });
  root.mount();
}

function remoteRoot(place: HTMLElement): Root {
  const receiver = createRemoteReceiver();
  place.replaceChildren();
  renderTree(receiver, place, (problem) => console.error(problem));
  const channel: RemoteChannel = (type, ...payload) => void Reflect.apply(receiver.receive, undefined, [type, ...payload]);
  // A remote component is its own name; the list is checked against the package where it is written.
  const components = Object.keys(COMPONENT_PROPS) as Components[keyof Components][];
  return createRemoteRoot(channel, { components, strict: true });
}

function quoted(state: PageState): PageState {
  return nextPage(state, { type: "calculated", calculation: state.calculation, quote: quoteOf(state) });
}

/** The offer's own prices: tax is Shopify's to work out, for an order that is really there. */
function quoteOf({ offer, variant, quantity }: PageState): Quote {
  const subtotalMinor = variant.priceMinor * quantity;
  const discountMinor = subtotalMinor - variant.discountedMinor * quantity;
  const { shippingMinor } = offer;
  return { subtotalMinor, discountMinor, shippingMinor, taxMinor: 0, taxIncluded: false, totalMinor: subtotalMinor - discountMinor + shippingMinor };
}
