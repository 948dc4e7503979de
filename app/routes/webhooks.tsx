import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveWebhook } from "../services/inbox/receive.server";
import type { Reception } from "../services/inbox/receive.server";
import { readRawBody } from "../shopify/inbox/raw-body.server";
import { parseWebhookHeaders } from "../shopify/inbox/webhook-headers.server";
import { isSignedBy } from "../shopify/inbox/webhook-signature.server";
import { secretsAt } from "../shopify/shops/app-secrets.server";

const maxBytes = 10 * 1024 * 1024;

const statusOf: Record<Reception, number> = { stored: 200, unknownTopic: 404, otherShop: 401, notJson: 400, unavailable: 503 };

/** Every webhook: verified over its raw bytes, stored, then answered. Anything but 2xx makes Shopify send it again. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const body = await readRawBody(request, maxBytes);
  if (!body) return new Response(null, { status: 413, headers: { Connection: "close" } });
  const now = new Date();
  if (!isSignedBy(secretsAt(now), body, request.headers.get("x-shopify-hmac-sha256") ?? "")) return new Response(null, { status: 401 });
  const headers = parseWebhookHeaders(request.headers, now);
  if (!headers) return new Response(null, { status: 401 });
  return new Response(null, { status: statusOf[await receiveWebhook(headers, body, now)] });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
