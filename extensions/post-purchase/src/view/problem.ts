/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { Banner, BlockStack, TextBlock } from "@shopify/post-purchase-ui-extensions";
import { explain } from "../problem";
import type { Part, Surroundings } from "./part";
import { fill } from "./part";

/** Why the item was not added as wished, and what happened to the shopper's money. */
export function problemPart({ root, texts }: Surroundings): Part {
  const cause = root.createText();
  const moneyState = root.createText();
  const banner = root.createComponent(Banner, { status: "warning" });
  banner.appendChild(root.createComponent(TextBlock, { emphasized: true }, cause));
  banner.appendChild(root.createComponent(TextBlock, {}, moneyState));
  const node = root.createComponent(BlockStack);

  return {
    node,
    show({ problem }) {
      if (problem) {
        const [why, money] = explain(problem);
        cause.updateText(texts[why]);
        moneyState.updateText(texts[money]);
      }
      fill(node, problem ? [banner] : []);
    },
  };
}
