/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { BlockStack, Button } from "@shopify/post-purchase-ui-extensions";
import type { Actions, Part, Surroundings } from "./part";
import { fill } from "./part";

/** Accept and decline in words that no setting changes; once the offer is over, only the way on. */
export function buttonsPart({ root, texts, money }: Surroundings, actions: Actions): Part {
  const acceptLabel = root.createText(texts.calculating);
  const accept = root.createComponent(Button, { onPress: actions.accept, loadingLabel: texts.adding }, acceptLabel);
  const decline = root.createComponent(Button, { onPress: actions.decline, subdued: true }, texts.decline);
  const leave = root.createComponent(Button, { onPress: actions.leave }, texts.toOrder);
  const node = root.createComponent(BlockStack);

  return {
    node,
    show({ phase, quote, problem }) {
      const waiting = problem ? texts.payNow : texts.calculating;
      acceptLabel.updateText(quote ? `${texts.payNow} · ${money(quote.totalMinor)}` : waiting);
      accept.updateProps({ disabled: phase !== "choosing" || !quote, loading: phase === "paying" });
      decline.updateProps({ disabled: phase !== "choosing", loading: phase === "leaving" });
      fill(node, phase === "ended" ? [leave] : [accept, decline]);
    },
  };
}
