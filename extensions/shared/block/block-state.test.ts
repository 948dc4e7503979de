import { expect, test } from "vitest";
import type { BlockReply } from "../../../app/domain/placements/contract";
import type { BlockEvent, BlockState } from "./block-state";
import { loading, nextBlock } from "./block-state";

const block = { kind: "thanks", title: "Thank you", body: "" } as const;
const reply: BlockReply = { show: true, decisionId: "one", block };
const shown: BlockState = { phase: "shown", decisionId: "one", block, isTaken: false };
const taken: BlockState = { ...shown, isTaken: true };
const nothing: BlockState = { phase: "nothing" };

test.each<[string, BlockState, BlockEvent, BlockState]>([
  ["an offer is shown", loading, { type: "answered", reply }, shown],
  ["no offer leaves nothing", loading, { type: "answered", reply: { show: false } }, nothing],
  ["no answer leaves nothing", loading, { type: "failed" }, nothing],
  ["an answer that comes too late changes nothing", nothing, { type: "answered", reply }, nothing],
  ["a second answer changes nothing", shown, { type: "answered", reply: { show: false } }, shown],
  ["a late failure takes nothing away", shown, { type: "failed" }, shown],
  ["a decline leaves nothing", shown, { type: "declined" }, nothing],
  ["what was chosen is taken", shown, { type: "taken" }, taken],
  ["what was taken is not declined", taken, { type: "declined" }, taken],
  ["there is nothing to decline before it is shown", loading, { type: "declined" }, loading],
])("%s", (_case, state, event, next) => {
  expect(nextBlock(state, event)).toEqual(next);
});
