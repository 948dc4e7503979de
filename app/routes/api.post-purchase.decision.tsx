import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { decideInTime } from "../services/decisions/decide-in-time.server";
import { answerPurchase, reply, replyToReader } from "../shopify/decisions/purchase-request.server";

const NoBody = z.object({});

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerPurchase(request, NoBody, async (purchase, _body, now) => reply(await decideInTime(purchase, now)));
}
