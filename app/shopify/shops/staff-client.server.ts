import { readReply } from "./admin-reply.server";
import { ShopifyApiError } from "./shopify-api-error.server";
import type { StaffAccess } from "./staff-access.server";

const apiVersion = "2026-10";
const timeoutMs = 10_000;

/**
 * Calls the Admin API once as the member of staff who asked, so that their own permissions count. The caller names no
 * type: replies are parsed. Throws ShopifyApiError; `accessDenied` is what the person may not do.
 */
export async function staffGraphql({ shop, accessToken }: StaffAccess, document: string, variables: object): Promise<unknown> {
  const reply = await fetch(`https://${shop}/admin/api/${apiVersion}/graphql.json`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-shopify-access-token": accessToken },
    body: JSON.stringify({ query: document, variables }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new ShopifyApiError("unreachable", "Shopify did not answer", { cause });
  });
  const outcome = await readReply(reply);
  switch (outcome.kind) {
    case "data":
      return outcome.data;
    case "failed":
      throw outcome.error;
    case "token":
      throw new ShopifyApiError("signInNeeded", "Shopify refused a member of staff's token");
    case "wait":
      throw new ShopifyApiError("throttled", "Shopify asked to wait");
    case "fault":
      throw new ShopifyApiError("unreachable", `Shopify failed: ${outcome.message}`);
  }
}
