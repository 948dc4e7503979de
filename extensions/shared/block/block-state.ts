import type { Block, BlockLook, BlockReply } from "../../../app/domain/placements/contract";

export type BlockState =
  | { phase: "loading" }
  /** There is nothing to show, or no answer came: the page looks as if the block were not there. */
  | { phase: "nothing" }
  /** `isTaken`: something was chosen of it, so there is nothing to decline. */
  | { phase: "shown"; decisionId: string; block: Block; look?: BlockLook | undefined; isTaken: boolean };

export type BlockEvent = { type: "answered"; reply: BlockReply } | { type: "failed" } | { type: "taken" } | { type: "declined" };

export const loading: BlockState = { phase: "loading" };
export const nothing: BlockState = { phase: "nothing" };

/** What the block becomes. Only the first answer counts, and what was declined does not come back. */
export function nextBlock(state: BlockState, event: BlockEvent): BlockState {
  switch (event.type) {
    case "answered":
      if (state.phase !== "loading") return state;
      return event.reply.show ? { phase: "shown", decisionId: event.reply.decisionId, block: event.reply.block, look: event.reply.look, isTaken: false } : nothing;
    case "failed":
      return state.phase === "loading" ? nothing : state;
    case "taken":
      return state.phase === "shown" ? { ...state, isTaken: true } : state;
    case "declined":
      return state.phase === "shown" && !state.isTaken ? nothing : state;
  }
}
