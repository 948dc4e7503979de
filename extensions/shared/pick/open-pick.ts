import type { BlockProduct, ChoiceRequest } from "../../../app/domain/placements/contract";
import { choose } from "../app/placements";
import { problemOfError } from "../app/problem";
import type { OpenBlock } from "../block/open-block";
import type { Host } from "../host/host";
import type { Store } from "../host/store";
import { openStore } from "../host/store";
import type { PickEvent, PickState } from "./pick-state";
import { nextPick, openPick as openState, pickedItems } from "./pick-state";

export interface OpenPick extends Store<PickState, PickEvent> {
  /** Asks the app for a checkout with what is picked. */
  prepare(): Promise<void>;
}

/** What the shopper picks among the products of a decision. */
export function openPick(host: Host, block: OpenBlock, decisionId: string, products: readonly BlockProduct[]): OpenPick {
  const { state, send } = openStore(openState(products), nextPick);
  return {
    state,
    send,
    async prepare() {
      if (block.isPreview) return;
      send({ type: "asked" });
      if (state.value.phase !== "asking") return;
      try {
        send({ type: "answered", reply: await choose(host, choiceOf(block, decisionId, pickedItems(state.value))) });
        if (state.value.checkoutUrl !== null) block.taken();
      } catch (error) {
        send({ type: "failed", problem: problemOfError(error) });
      }
    },
  };
}

/** A choice as the app takes it; the purchase is named where there is one. */
export function choiceOf(block: OpenBlock, decisionId: string, items: ChoiceRequest["items"]): ChoiceRequest {
  const checkoutToken = block.checkoutToken();
  return checkoutToken === undefined ? { decisionId, items } : { decisionId, checkoutToken, items };
}
