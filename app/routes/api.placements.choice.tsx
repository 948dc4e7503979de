import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ChoiceBody } from "../domain/placements/requests";
import { makeChoice } from "../services/placements/make-choice.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerExtension } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerExtension(request, ChoiceBody, async (caller, body, now) => {
    const answer = await makeChoice(caller, body, now);
    return reply(answer, "refused" in answer ? 409 : 200);
  });
}
