import type { Block, BlockReply } from "../../../app/domain/placements/contract";

export type BlockState =
  | { phase: "loading" }
  /** There is nothing to show, or no answer came: the page looks as if the block were not there. */
  | { phase: "nothing" }
  | { phase: "shown"; decisionId: string; block: Block };

export type BlockEvent = { type: "answered"; reply: BlockReply } | { type: "failed" } | { type: "declined" };

export const loading: BlockState = { phase: "loading" };
const nothing: BlockState = { phase: "nothing" };

/** What the block becomes. Only the first answer counts, and what was declined does not come back. */
export function nextBlock(state: BlockState, event: BlockEvent): BlockState {
  switch (event.type) {
    case "answered":
      if (state.phase !== "loading") return state;
      return event.reply.show ? { phase: "shown", decisionId: event.reply.decisionId, block: event.reply.block } : nothing;
    case "failed":
      return state.phase === "loading" ? nothing : state;
    case "declined":
      return state.phase === "shown" ? nothing : state;
  }
}
