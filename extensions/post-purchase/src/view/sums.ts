/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { BlockStack, TextBlock, TextContainer, Tiles } from "@shopify/post-purchase-ui-extensions";
import type { Node, Part, Root, Surroundings } from "./part";
import { fill } from "./part";

const UNKNOWN = "…";

/** What accepting costs, line by line; dots while Shopify calculates it. */
export function sumsPart({ root, texts, money }: Surroundings): Part {
  const subtotal = sumLine(root, texts.subtotal);
  const discount = sumLine(root, texts.discount);
  const shipping = sumLine(root, texts.shipping);
  const tax = sumLine(root, texts.tax);
  const total = sumLine(root, texts.total, true);
  const node = root.createComponent(BlockStack, { spacing: "tight" });

  return {
    node,
    show({ quote, variant }) {
      subtotal.value.updateText(quote ? money(quote.subtotalMinor) : UNKNOWN);
      discount.value.updateText(quote ? `−${money(quote.discountMinor)}` : UNKNOWN);
      shipping.value.updateText(quote ? (quote.shippingMinor ? money(quote.shippingMinor) : texts.free) : UNKNOWN);
      tax.label.updateText(quote && quote.taxIncluded ? `${texts.tax} (${texts.included})` : texts.tax);
      tax.value.updateText(quote ? money(quote.taxMinor) : UNKNOWN);
      total.value.updateText(quote ? money(quote.totalMinor) : UNKNOWN);
      const reduced = quote ? quote.discountMinor > 0 : variant.discountedMinor < variant.priceMinor;
      const lines = reduced ? [subtotal, discount, shipping, tax, total] : [subtotal, shipping, tax, total];
      fill(node, lines.map((line) => line.node));
    },
  };
}

function sumLine(root: Root, text: string, emphasized = false): { node: Node; label: ReturnType<Root["createText"]>; value: ReturnType<Root["createText"]> } {
  const size = emphasized ? "medium" : "small";
  const label = root.createText(text);
  const value = root.createText(UNKNOWN);
  const node = root.createComponent(Tiles);
  node.appendChild(root.createComponent(TextBlock, { size, emphasized }, label));
  const trailing = root.createComponent(TextContainer, { alignment: "trailing" });
  trailing.appendChild(root.createComponent(TextBlock, { size, emphasized }, value));
  node.appendChild(trailing);
  return { node, label, value };
}
