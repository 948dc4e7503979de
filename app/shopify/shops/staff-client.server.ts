import { sendGraphql } from "./admin-request.server";
import { ShopifyApiError } from "./shopify-api-error.server";
import type { StaffAccess } from "./staff-access.server";

const timeoutMs = 10_000;

/**
 * Calls the Admin API once as the member of staff who asked, so that their own permissions count. The caller names no
 * type: replies are parsed. Throws ShopifyApiError; `accessDenied` is what the person may not do.
 */
export async function staffGraphql({ shop, accessToken }: StaffAccess, document: string, variables: object): Promise<unknown> {
  const outcome = await sendGraphql(shop, accessToken, { document, variables, timeoutMs });
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
