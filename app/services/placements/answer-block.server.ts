import type { BlockQuestion, BlockReply } from "../../domain/placements/contract";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";
import { inTime } from "../decisions/in-time.server";
import { decideForBlock } from "./decide-for-block.server";
import { sampleBlock } from "./sample-block.server";

/** What a block shows, or nothing where deciding fails or is late: neither ever reaches a buyer. */
export async function answerBlock(caller: ExtensionCaller, question: BlockQuestion, now: Date): Promise<BlockReply> {
  const deciding = question.preview ? sampleBlock(caller.shop, question, now) : decideForBlock(caller, question, now);
  return inTime<BlockReply>(caller.shop, deciding, { show: false });
}
