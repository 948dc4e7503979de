import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { BoughtProductsBody } from "../domain/placements/requests";
import { listBought } from "../services/placements/bought-products.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerCustomer } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerCustomer(request, BoughtProductsBody, async (caller, body, now) => {
    const page = await listBought(caller, body, now);
    return page ? reply(page) : reply({ error: "badRequest", issues: ["cursor: Not one of this list's"] }, 400);
  });
}
