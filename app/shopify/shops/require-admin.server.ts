import { saveShopDetails } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { checkAdminSessionToken } from "./admin-session-token.server";
import { authenticate } from "./app.server";
import { validOfflineSession } from "./offline-session.server";
import { fetchShopDetails } from "./shop-details.server";
import { ShopifyApiError } from "./shopify-api-error.server";

export interface AdminRequest {
  shop: ShopId;
  /** The member of staff. */
  userId: number;
  /** Redirects that also work inside the admin's frame and out of it. */
  redirect: Awaited<ReturnType<typeof authenticate.admin>>["redirect"];
}

const bearer = /^Bearer (.+)$/;
/** Makes App Bridge get a new session token and send the request again. */
const tryAgain = { "X-Shopify-Retry-Invalid-Session-Request": "1" };

/**
 * The shop and member of staff behind a request of the embedded admin. Installs the app at its first visit.
 * Throws the reply that the browser needs instead: 401 for anything but an admin session token, the bounce page for
 * one that ran out, a redirect into the admin for a visit from outside.
 */
export async function requireAdmin(request: Request): Promise<AdminRequest> {
  const header = request.headers.get("authorization");
  const token = header === null ? new URL(request.url).searchParams.get("id_token") : (bearer.exec(header)?.[1] ?? "");
  // A document without a token: the library answers with a redirect or the bounce page.
  if (token === null) return refuse(await authenticate.admin(request));

  const check = checkAdminSessionToken(token);
  if (check.code === "expired") {
    if (header !== null) throw new Response(null, { status: 401, headers: tryAgain });
    return refuse(await authenticate.admin(withoutToken(request)));
  }
  if (check.code === "invalid") throw new Response(null, { status: 401 });

  await validOfflineSession(check.shop, { sessionToken: token, onInstalled: learnDetails }).catch((thrown: unknown) => {
    throw replyTo(thrown, check.shop);
  });
  const { redirect } = await authenticate.admin(request);
  return { shop: check.shop, userId: check.userId, redirect };
}

/** So that the very first page has the shop's currency and time zone; if it fails, the worker's job asks again. */
async function learnDetails(shop: ShopId): Promise<void> {
  try {
    const { details } = await fetchShopDetails(shop);
    await saveShopDetails(shop, details);
  } catch (thrown) {
    log.warn({ shop, err: thrown }, "a new shop's details could not be read yet");
  }
}

function refuse(_: unknown): never {
  throw new Response(null, { status: 401 });
}

function withoutToken(request: Request): Request {
  const url = new URL(request.url);
  url.searchParams.delete("id_token");
  return new Request(url, { headers: request.headers });
}

function replyTo(thrown: unknown, shop: ShopId): unknown {
  if (!(thrown instanceof ShopifyApiError)) return thrown;
  log.warn({ shop, code: thrown.code }, thrown.message);
  if (thrown.code === "badSessionToken") return new Response(null, { status: 401, headers: tryAgain });
  return new Response("Shopify cannot be reached at the moment. Please try again.", { status: 503, headers: { "Retry-After": "5" } });
}
