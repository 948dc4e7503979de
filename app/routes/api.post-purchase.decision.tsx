import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DecisionBody } from "../domain/decisions/requests";
import { decideInTime } from "../services/decisions/decide-in-time.server";
import { answerPurchase, reply, replyToReader } from "../shopify/decisions/purchase-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerPurchase(request, DecisionBody, async (purchase, { after }, now) => reply(await decideInTime(purchase, after ?? null, now)));
}
