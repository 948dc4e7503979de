import type { ShopId } from "../../domain/shops/shop-id";
import { readReply } from "./admin-reply.server";
import type { ReplyOutcome } from "./admin-reply.server";

const apiVersion = "2026-10";

/** Sends one request to a shop's Admin API; whatever keeps an answer away is a fault. */
export async function sendGraphql(shop: ShopId, accessToken: string, question: { document: string; variables: object; timeoutMs: number }): Promise<ReplyOutcome> {
  const { document, variables, timeoutMs } = question;
  try {
    const reply = await fetch(`https://${shop}/admin/api/${apiVersion}/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", "x-shopify-access-token": accessToken },
      body: JSON.stringify({ query: document, variables }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return await readReply(reply);
  } catch (thrown) {
    return { kind: "fault", message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
