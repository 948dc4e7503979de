import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { verifyProxyRequest } from "../shopify/proxy/proxy-signature.server";

const headers = { "Cache-Control": "no-store" };

/** What storefronts ask for through Shopify's app proxy and nobody answers. */
export function loader({ request }: LoaderFunctionArgs) {
  const shop = verifyProxyRequest(new URL(request.url), new Date());
  return shop ? new Response("Not found", { status: 404, headers }) : new Response("Unauthorized", { status: 401, headers });
}

/** A signature can be sent again while it is fresh, so nothing is ever changed behind one. */
export function action({ request }: ActionFunctionArgs) {
  const shop = verifyProxyRequest(new URL(request.url), new Date());
  return shop ? new Response("Method not allowed", { status: 405, headers }) : new Response("Unauthorized", { status: 401, headers });
}
