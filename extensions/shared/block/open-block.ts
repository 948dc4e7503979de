import type { BlockQuestion } from "../../../app/domain/placements/contract";
import { askForBlock, reportDecline, reportImpression } from "../app/placements";
import type { Host } from "../host/host";
import { onceRendered } from "../host/rendered";
import type { Store } from "../host/store";
import { openStore } from "../host/store";
import type { BlockEvent, BlockState } from "./block-state";
import { loading, nextBlock, nothing } from "./block-state";

/** An answer that comes within this is drawn at once; only a later one has its place held until it comes. */
const PATIENCE_MS = 250;

export interface OpenBlock {
  readonly state: Store<BlockState, BlockEvent>["state"];
  /** When there is something to draw: what was answered, or that the answer takes a while. Nothing that is drawn at once jumps away again. */
  readonly ready: Promise<void>;
  /** Names the purchase in every later call; undefined where there is none. */
  readonly checkoutToken: () => string | undefined;
  /** True in the merchant's editor, where a sample is shown and nothing is sent. */
  readonly isPreview: boolean;
  /** To be called when the offer stands on the page. */
  shown(decisionId: string): void;
  /** To be called when something was chosen of the offer. */
  taken(): void;
  decline(decisionId: string): void;
}

/** Asks the app once, at the block's start. Without a question there is no call, and nothing to wait for. */
export function openBlock(host: Host, asked: Promise<BlockQuestion> | null): OpenBlock {
  const store = openStore(asked ? loading : nothing, nextBlock);
  const isPreview = host.extension.editor !== undefined;
  let checkoutToken: string | undefined;
  const load = async (coming: Promise<BlockQuestion>) => {
    const question = await coming;
    checkoutToken = question.checkoutToken;
    store.send({ type: "answered", reply: await askForBlock(host, isPreview ? { ...question, preview: true } : question) });
  };
  const answered = asked ? load(asked).catch(() => store.send({ type: "failed" })) : Promise.resolve();

  let reported: string | undefined;
  const naming = (decisionId: string) => (checkoutToken === undefined ? { decisionId } : { decisionId, checkoutToken });
  return {
    state: store.state,
    ready: Promise.race([answered, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]),
    checkoutToken: () => checkoutToken,
    isPreview,
    shown(decisionId) {
      if (isPreview || reported === decisionId) return;
      reported = decisionId;
      onceRendered(host, () => void reportImpression(host, naming(decisionId)));
    },
    taken: () => store.send({ type: "taken" }),
    decline(decisionId) {
      store.send({ type: "declined" });
      if (!isPreview) void reportDecline(host, naming(decisionId));
    },
  };
}
