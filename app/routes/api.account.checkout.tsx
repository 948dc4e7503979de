import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ReorderBody } from "../domain/placements/requests";
import { reorder } from "../services/placements/reorder.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerCustomer } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerCustomer(request, ReorderBody, async (caller, body, now) => {
    const answer = await reorder(caller, body, now);
    return reply(answer, "refused" in answer ? 409 : 200);
  });
}
