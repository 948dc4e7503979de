import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { SeenBody } from "../domain/placements/requests";
import { noteBlockImpression } from "../services/placements/record-sight.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerExtension } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerExtension(request, SeenBody, async (caller, body, now) => {
    await noteBlockImpression(caller, body, now);
    return reply(null, 204);
  });
}
