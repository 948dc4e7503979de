import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DecisionBody } from "../domain/decisions/requests";
import { decideInTime } from "../services/decisions/decide-in-time.server";
import { answerPurchase } from "../shopify/decisions/purchase-request.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerPurchase(request, DecisionBody, async (purchase, { after }, now) => reply(await decideInTime(purchase, after ?? null, now)));
}
