import { setTimeout as sleep } from "node:timers/promises";
import type { ShopId } from "../../domain/shops/shop-id";
import { sendGraphql } from "./admin-request.server";
import { validOfflineSession } from "./offline-session.server";
import { ShopifyApiError } from "./shopify-api-error.server";

const timeoutMs = 20_000;
/** Further tries of a query after a fault; a mutation has none. */
const queryRetries = 3;
/** How long a call may wait, all in all, because Shopify asked it to. */
const patienceMs = 90_000;

/**
 * Calls the Admin API for a shop, outside or inside a request. Waits as Shopify asks, in seconds; repeats queries after
 * faults; sends a mutation again only when Shopify said that it did nothing. Throws ShopifyApiError.
 */
export async function adminGraphql<T>(shop: ShopId, document: string, variables: object = {}): Promise<T> {
  let session = await validOfflineSession(shop);
  let retriesLeft = isMutation(document) ? 0 : queryRetries;
  let waitedMs = 0;
  let tokenRenewed = false;
  for (;;) {
    const outcome = await sendGraphql(shop, session.accessToken ?? "", { document, variables, timeoutMs });
    if (outcome.kind === "data") {
      // The caller names the type of a document that is validated against the schema.
      return outcome.data as T;
    }
    if (outcome.kind === "failed") throw outcome.error;
    if (outcome.kind === "wait") {
      waitedMs += outcome.ms;
      if (waitedMs > patienceMs) throw new ShopifyApiError("throttled", "Shopify kept asking to wait");
      await sleep(outcome.ms);
    } else if (outcome.kind === "token") {
      if (tokenRenewed) throw new ShopifyApiError("signInNeeded", "Shopify refused a new access token");
      tokenRenewed = true;
      session = await validOfflineSession(shop, session.accessToken ? { refused: session.accessToken } : {});
    } else {
      if (retriesLeft === 0) throw new ShopifyApiError("unreachable", `Shopify failed: ${outcome.message}`);
      await sleep(250 * 2 ** (queryRetries - retriesLeft));
      retriesLeft -= 1;
    }
  }
}

function isMutation(document: string): boolean {
  return document.replace(/#.*$/gm, "").trimStart().startsWith("mutation");
}
