import type { ReorderReply } from "../../../app/domain/placements/contract";
import type { ReorderProblem } from "../../shared/reorder/reorder-problem";
import { problemOfReorder } from "../../shared/reorder/reorder-problem";

export type ReorderState =
  | { phase: "idle"; problem: ReorderProblem | "loginFirst" | null }
  | { phase: "asking" }
  /** `left`: how many products cannot be had and are not in it. */
  | { phase: "ready"; checkoutUrl: string; left: number };

export type ReorderEvent =
  | { type: "asked" }
  | { type: "answered"; reply: ReorderReply }
  | { type: "failed"; problem: "loginFirst" | "offline" };

export const idleReorder: ReorderState = { phase: "idle", problem: null };

/** What becomes of ordering the same again; asked once at a time. */
export function nextReorder(state: ReorderState, event: ReorderEvent): ReorderState {
  switch (event.type) {
    case "asked":
      return state.phase === "idle" ? { phase: "asking" } : state;
    case "answered":
      if (state.phase !== "asking") return state;
      if ("refused" in event.reply) return { phase: "idle", problem: problemOfReorder(event.reply) };
      return { phase: "ready", checkoutUrl: event.reply.checkoutUrl, left: event.reply.unavailable.length };
    case "failed":
      return state.phase === "asking" ? { phase: "idle", problem: event.problem } : state;
  }
}
