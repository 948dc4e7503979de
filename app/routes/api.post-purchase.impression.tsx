import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ImpressionBody } from "../domain/decisions/requests";
import { noteImpression } from "../services/decisions/record-answer.server";
import { answerPurchase } from "../shopify/decisions/purchase-request.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerPurchase(request, ImpressionBody, async (purchase, body, now) => {
    await noteImpression(purchase, body, now);
    return reply(null, 204);
  });
}
