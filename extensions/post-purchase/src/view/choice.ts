/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { BlockStack, Select } from "@shopify/post-purchase-ui-extensions";
import type { PageState } from "../page-state";
import type { Actions, Part, Surroundings } from "./part";
import { fill } from "./part";

/** Variant and quantity; a choice of one is not asked for. */
export function choicePart({ root, texts }: Surroundings, { offer }: PageState, actions: Actions): Part {
  const variants = root.createComponent(Select, {
    label: texts.variant,
    options: offer.variants.map(({ variantId, title }) => ({ value: String(variantId), label: title })),
    onChange: (value) => actions.chooseVariant(Number(value)),
  });
  const quantities = root.createComponent(Select, {
    label: texts.quantity,
    options: [],
    onChange: (value) => actions.chooseQuantity(Number(value)),
  });
  const node = root.createComponent(BlockStack);

  return {
    node,
    show({ variant, quantity, phase }) {
      const disabled = phase !== "choosing";
      variants.updateProps({ value: String(variant.variantId), disabled });
      quantities.updateProps({ value: String(quantity), options: upTo(variant.maxQuantity), disabled });
      fill(node, [...(offer.variants.length > 1 ? [variants] : []), ...(variant.maxQuantity > 1 ? [quantities] : [])]);
    },
  };
}

function upTo(most: number): Array<{ value: string; label: string }> {
  const options = [];
  for (let count = 1; count <= most; count += 1) options.push({ value: String(count), label: String(count) });
  return options;
}
