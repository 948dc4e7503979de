/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { InlineStack, Text } from "@shopify/post-purchase-ui-extensions";
import type { Part, Surroundings } from "./part";
import { fill, spoken } from "./part";

/** The unit price, with the old one struck through beside it when the offer takes something off. */
export function pricePart({ root, texts, money }: Surroundings): Part {
  const oldPrice = root.createText();
  const price = root.createText();
  const struck = root.createComponent(Text, { role: "deletion", size: "large", subdued: true }, oldPrice);
  const current = root.createComponent(Text, { size: "large", emphasized: true }, price);
  const discounted = [spoken(root, texts.priceBefore), struck, spoken(root, texts.priceNow), current];
  const node = root.createComponent(InlineStack, { spacing: "tight", alignment: "baseline" });

  return {
    node,
    show({ variant, quantity, quote }) {
      // Shopify may round a percentage to the shopper's advantage; the price must agree with the sums below it.
      const unitMinor = quote ? Math.ceil((quote.subtotalMinor - quote.discountMinor) / quantity) : variant.discountedMinor;
      oldPrice.updateText(money(variant.priceMinor));
      price.updateText(money(unitMinor));
      fill(node, unitMinor < variant.priceMinor ? discounted : [current]);
    },
  };
}
