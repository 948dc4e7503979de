import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { ChangesetBody } from "../domain/decisions/requests";
import { acceptOffer } from "../services/decisions/accept-offer.server";
import { answerPurchase } from "../shopify/decisions/purchase-request.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerPurchase(request, ChangesetBody, async (purchase, body, now) => {
    const answer = await acceptOffer(purchase, body, now);
    return reply(answer, "refused" in answer ? 409 : 200);
  });
}
