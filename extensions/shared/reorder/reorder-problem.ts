import type { ReorderReply } from "../../../app/domain/placements/contract";

/** Why no checkout could be filled. Each is a text's key. */
export type ReorderProblem = "reorderGone" | "reorderTooMany" | "offline";

export function problemOfReorder({ refused }: Extract<ReorderReply, { refused: string }>): ReorderProblem {
  return refused === "tooMany" ? "reorderTooMany" : "reorderGone";
}
