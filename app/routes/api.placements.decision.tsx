import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DecisionQuestion } from "../domain/placements/requests";
import { answerBlock } from "../services/placements/answer-block.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerExtension } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerExtension(request, DecisionQuestion, async (caller, question, now) => reply(await answerBlock(caller, question, now)));
}
