import type { Block } from "../../../app/domain/placements/contract";
import type { OpenBlock } from "../../shared/block/open-block";
import { loading, nextBlock } from "../../shared/block/block-state";
import { openStore } from "../../shared/host/store";

/** A block as if the app had answered with this; it stays when it is declined, and nobody hears of it. */
export function previewBlock(block: Block): OpenBlock {
  const store = openStore(loading, nextBlock);
  store.send({ type: "answered", reply: { show: true, decisionId: "preview", block } });
  return {
    state: store.state,
    ready: Promise.resolve(),
    checkoutToken: () => undefined,
    isPreview: true,
    shown: () => undefined,
    taken: () => undefined,
    decline: () => undefined,
  };
}
