import { expect, test } from "vitest";
import type { ReorderEvent, ReorderState } from "./reorder-state";
import { idleReorder, nextReorder } from "./reorder-state";

const after = (...events: ReorderEvent[]): ReorderState => events.reduce(nextReorder, idleReorder);
const reply = { checkoutUrl: "https://shop.example/cart", unavailable: [1, 2] };

test.each<[string, ReorderState, object]>([
  ["a checkout, and how many are not in it", after({ type: "asked" }, { type: "answered", reply }), { phase: "ready", checkoutUrl: reply.checkoutUrl, left: 2 }],
  ["a refusal can be tried again", after({ type: "asked" }, { type: "answered", reply: { refused: "empty" } }), { phase: "idle", problem: "reorderGone" }],
  ["so can a failure", after({ type: "asked" }, { type: "failed", problem: "offline" }), { phase: "idle", problem: "offline" }],
  ["an answer that nobody waits for changes nothing", after({ type: "answered", reply }), { phase: "idle", problem: null }],
  ["asked once at a time", after({ type: "asked" }, { type: "asked" }), { phase: "asking" }],
])("%s", (_case, state, expected) => {
  expect(state).toEqual(expected);
});
